"use strict";

/** The list of alerts: filtered, shown in portions, each explained when it is opened. */
const Alerts = (() => {
  const { element, bar, format } = Tables;
  const PORTION = 50;
  let all = [];
  let shown = PORTION;

  const input = (id) => document.getElementById(id);

  function start(alerts) {
    all = alerts
      .map((alert) => ({ alert, words: wordsOf(alert) }))
      .sort((a, b) => (a.alert.time < b.alert.time ? 1 : -1));
    input("filters").addEventListener("submit", (event) => event.preventDefault());
    input("filters").addEventListener("input", () => {
      shown = PORTION;
      list();
    });
    input("more").addEventListener("click", () => {
      shown += PORTION;
      list();
    });
    list();
  }

  function wordsOf(alert) {
    const action = alert.action;
    return [alert.id, alert.agent.id, alert.agent.cohort, action.system, action.action, action.permission,
      action.resource, action.requester && action.requester.id, alert.explanation.summary]
      .filter(Boolean).join("\n").toLowerCase();
  }

  function matching() {
    const words = input("filter-text").value.trim().toLowerCase();
    const severity = input("filter-severity").value;
    const score = Number(input("filter-score").value || 0);
    return all.filter((each) =>
      each.words.includes(words) && (!severity || each.alert.severity === severity) && each.alert.score >= score);
  }

  function list() {
    const found = matching();
    input("alert-list").replaceChildren(...found.slice(0, shown).map((each) => item(each.alert)));
    input("filter-count").textContent = `${format.whole(found.length)} of ${format.whole(all.length)} listed`;
    input("more").hidden = found.length <= shown;
  }

  function item(alert) {
    const what = `${alert.action.system}/${alert.action.action}` + (alert.action.resource ? ` on ${alert.action.resource}` : "");
    const made = element("details", { class: "alert" },
      element("summary", {},
        element("time", { datetime: alert.time }, format.time(alert.time)),
        element("span", { class: "severity " + alert.severity }, alert.severity),
        element("span", { class: "num" }, format.one(alert.score)),
        element("span", {}, alert.agent.id),
        element("span", {}, what)));
    made.addEventListener("toggle", () => {
      if (made.open && made.children.length === 1) {
        made.append(explained(alert));
      }
    });
    return made;
  }

  function explained(alert) {
    const why = alert.explanation;
    const rows = [
      ["What", [why.happened]],
      ["Usual", why.usual],
      ["Peers", [why.peers]],
      ["Why", [carried(why.contributions)]],
      ["Unless", [why.counterfactual]],
      ["Severity", alert.severity_reasons || []],
      ["Warm-up", why.warm_up ? [why.warm_up] : []],
      ["Basis", [why.basis]],
      ["Evidence", [why.evidence.join(", ")]],
    ].filter(([, said]) => said.length > 0);
    return element("dl", { class: "why" }, ...rows.flatMap(([name, said]) =>
      [element("dt", {}, name), element("dd", {}, ...said.map((each) => element("p", {}, each)))]));
  }

  function carried(contributions) {
    return element("span", { class: "carried" }, ...contributions.flatMap((each) => [
      element("span", {}, bar(each.share)),
      element("span", { class: "num" }, Math.round(100 * each.share) + " %"),
      element("span", { class: "num" }, format.one(each.bits) + " bits"),
      element("span", {}, each.text)]));
  }

  return { start };
})();
