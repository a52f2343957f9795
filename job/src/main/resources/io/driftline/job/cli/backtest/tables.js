"use strict";

/** Elements and tables. Text is only ever set as text: what events say may hold anything. */
const Tables = (() => {
  const whole = new Intl.NumberFormat("en");
  const one = new Intl.NumberFormat("en", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

  const format = {
    whole: (n) => (n === null || n === undefined ? "–" : whole.format(n)),
    one: (n) => (n === null || n === undefined ? "–" : one.format(n)),
    percent: (n) => (n === null || n === undefined ? "–" : one.format(100 * n) + " %"),
    time: (text) => text.slice(0, 16).replace("T", " "),
  };

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (value !== null && value !== undefined) {
        made.setAttribute(key, value);
      }
    }
    made.append(...children.filter((child) => child !== null));
    return made;
  }

  /** A bar whose length is a share of its place. */
  function bar(share) {
    const made = element("span", { class: "bar", "aria-hidden": "true" });
    made.style.width = Math.max(1, 100 * share) + "%";
    return made;
  }

  /** Name and value pairs: [[name, text, id], …]. */
  function figures(id, pairs) {
    const rows = pairs.map(([name, text, key]) =>
      element("div", {}, element("dt", {}, name), element("dd", { id: key }, text)));
    document.getElementById(id).replaceChildren(...rows);
  }

  /**
   * Fills a table. columns: [{head, cell: row => text or node, number, wide or date: true}];
   * chosen: whether a row stands out.
   */
  function table(id, caption, columns, rows, chosen) {
    const kind = (column) => (column.number ? "num" : column.wide ? "wide" : column.date ? "date" : null);
    const head = element("tr", {}, ...columns.map((column) =>
      element("th", { scope: "col", class: kind(column) }, column.head)));
    const body = rows.map((row) =>
      element("tr", { class: chosen && chosen(row) ? "chosen" : null }, ...columns.map((column) =>
        element("td", { class: kind(column) }, column.cell(row)))));
    document.getElementById(id).replaceChildren(
      element("table", { "aria-label": caption }, element("thead", {}, head), element("tbody", {}, ...body)));
  }

  function text(id, content) {
    document.getElementById(id).textContent = content;
  }

  return { element, bar, figures, table, text, format };
})();
