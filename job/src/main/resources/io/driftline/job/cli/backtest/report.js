"use strict";

/** Fills the page from the figures in it. */
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const { figures, table, text, bar, element, format } = Tables;
  const { whole, one, percent } = format;
  const days = data.days;
  const warmDays = days.filter((day) => day.warm).length;
  const seconds = days.map((day) => Date.parse(day.day) / 1000);
  const first = data.sets[0];
  let chosen = data.curve.findIndex((point) => point.line >= first.line);
  chosen = chosen < 0 ? data.curve.length - 1 : chosen;
  const point = () => data.curve[chosen];

  /** Alerts a day: of days without warm-up, or of all if there are no others. */
  function daily(counts) {
    const kept = counts.by_day.filter((alerts, i) => warmDays === 0 || days[i].warm);
    return kept.reduce((sum, alerts) => sum + alerts, 0) / Math.max(1, kept.length);
  }

  const worst = (counts) => Math.max(0, ...counts.by_day);

  function head() {
    const span = days.length === 1 ? days[0].day : `${days[0].day} to ${days[days.length - 1].day}`;
    text("about", `${data.run.activity.join(", ")} · ${span} · ${whole(days.length)} days · seed ${data.run.seed}`);
    const truth = data.labels
      ? [["precision", percent(first.precision), "key-precision"], ["recall", percent(first.recall), "key-recall"]]
      : [];
    figures("keys", [
      [`alerts, ${first.name}`, whole(first.alerts), "key-alerts"],
      ["alerts a day", one(daily(first)), "key-daily"],
      ["incidents opened", whole(data.run.incidents), "key-incidents"],
      ...truth,
      ["actions", whole(data.run.actions), "key-actions"],
      ["agents", whole(data.run.agents), "key-agents"],
    ]);
    text("foot", `${whole(data.run.refused)} records were refused. Times are UTC. ` +
      "Scores are 25 points per factor of ten: 50 is one ordinary action in a hundred, 75 one in a thousand. " +
      `Layout ${data.schema}.`);
  }

  function lineFigures() {
    const now = point();
    text("line-value", one(now.line));
    document.getElementById("line").setAttribute("aria-valuetext", `${now.line}: ${now.alerts} alerts`);
    const truth = data.labels
      ? [["precision", percent(now.precision), "line-precision"], ["recall", percent(now.recall), "line-recall"],
        ["attacks found", `${whole(now.attacks)} of ${whole(data.labels.attacks)}`, "line-attacks"]]
      : [];
    figures("line-figures", [
      ["alerts", whole(now.alerts), "line-alerts"],
      ["a day", one(daily(now)), "line-daily"],
      ["on the worst day", whole(worst(now)), "line-worst"],
      ["agents", whole(now.agents), "line-agents"],
      ["sessions", whole(now.sessions), "line-sessions"],
      ...truth,
    ]);
    table("table-days", "Alerts by day at this line", [
      { head: "Day", cell: (i) => days[i].day },
      { head: "Alerts", cell: (i) => whole(now.by_day[i]), number: true },
      { head: "Warm-up", cell: (i) => (days[i].warm ? "" : "warm-up") },
    ], days.map((day, i) => i));
    curveTable();
  }

  function curveTable() {
    const truth = data.labels
      ? [{ head: "Precision", cell: (p) => percent(p.precision), number: true },
        { head: "Recall", cell: (p) => percent(p.recall), number: true },
        { head: "Attacks", cell: (p) => whole(p.attacks), number: true }]
      : [];
    table("table-curve", "What each alert line would have raised", [
      { head: "Line", cell: (p) => one(p.line), number: true },
      { head: "Alerts", cell: (p) => whole(p.alerts), number: true },
      { head: "A day", cell: (p) => one(daily(p)), number: true },
      { head: "Worst day", cell: (p) => whole(worst(p)), number: true },
      { head: "Agents", cell: (p) => whole(p.agents), number: true },
      { head: "Sessions", cell: (p) => whole(p.sessions), number: true },
      ...truth,
    ], data.curve, (p) => p === point());
  }

  const lines = () => data.curve.map((p) => p.line);
  const barsOf = () => uPlot.paths.bars({ size: [0.7, 40] });
  const dayRange = (u, min, max) => [min - 43200, max + 43200];

  function costCharts() {
    const curve = Charts.show("chart-curve", () => `Alerts a day by alert line; at ${point().line} there are ${one(daily(point()))}`, () => ({
      scales: { x: { time: false }, y: { distr: 3 } },
      axes: [Charts.axis({ values: (u, ticks) => ticks.map(String) }), Charts.axis({ size: 56 })],
      series: [{ label: "line" }, { label: "alerts a day", stroke: Charts.colour("accent"), width: 2, points: { show: false }, value: (u, v) => one(v) }],
      plugins: [Charts.mark(() => point().line)],
    }), () => [lines(), data.curve.map((p) => daily(p) || null)]);
    const bars = Charts.show("chart-days", () => `Alerts by day at ${point().line}; ${worst(point())} on the worst day`, () => ({
      scales: { x: { range: dayRange }, y: { range: (u, min, max) => [0, Math.max(1, max * 1.08)] } },
      axes: [Charts.days(), Charts.axis()],
      series: [{ label: "day", value: (u, v) => (v === null ? "–" : Charts.day(v)) },
        { label: "alerts", fill: Charts.colour("accent"), stroke: Charts.colour("accent"), width: 0, paths: barsOf(), points: { show: false } },
        { label: "in warm-up", fill: Charts.colour("pale"), stroke: Charts.colour("pale"), width: 0, paths: barsOf(), points: { show: false } }],
    }), () => [seconds, point().by_day.map((n, i) => (days[i].warm ? n : null)), point().by_day.map((n, i) => (days[i].warm ? null : n))]);
    return () => {
      curve();
      bars();
    };
  }

  function cost() {
    const slider = document.getElementById("line");
    slider.value = point().line;
    lineFigures();
    const redraw = costCharts();
    slider.addEventListener("input", () => {
      chosen = data.curve.findIndex((p) => p.line === Number(slider.value));
      lineFigures();
      redraw();
    });
  }

  /** Why there is no line for a budget. */
  function none(asked) {
    const least = daily(data.curve[data.curve.length - 1]);
    return least > asked.per_day ? `none: even 100 raises ${one(least)}` : "none from 50 up";
  }

  function budget() {
    const basis = data.budgets;
    text("budget-basis", basis.days === 0
      ? "No line is suggested: the baselines were in warm-up on every day."
      : `From ${whole(basis.days)} days; ${whole(basis.warm_up_days)} days of warm-up are left out. Working days and weekends weigh as in a week, and the line is read off a fit through the counts at many lines, which varies less than the count at one.`);
    table("table-budget", "Suggested lines", [
      { head: "At most a day", cell: (b) => whole(b.per_day), number: true },
      { head: "Alert line", cell: (b) => (b.line === null ? none(b) : one(b.line)), number: true },
      { head: "It would have raised a day", cell: (b) => one(b.usual_per_day), number: true },
      { head: "On the worst day", cell: (b) => whole(b.worst_day), number: true },
    ], basis.list);
  }

  function sets() {
    const truth = data.labels
      ? [{ head: "Precision", cell: (s) => percent(s.precision), number: true },
        { head: "Recall", cell: (s) => percent(s.recall), number: true },
        { head: "Attacks", cell: (s) => whole(s.attacks), number: true }]
      : [];
    table("table-sets", "Threshold sets", [
      { head: "Set", cell: (s) => s.name, wide: true },
      { head: "Lines", cell: (s) => s.lines, wide: true },
      { head: "Alerts", cell: (s) => whole(s.alerts), number: true },
      { head: "A day", cell: (s) => one(daily(s)), number: true },
      { head: "Worst day", cell: (s) => whole(worst(s)), number: true },
      { head: "Agents", cell: (s) => whole(s.agents), number: true },
      { head: "Sessions", cell: (s) => whole(s.sessions), number: true },
      ...truth,
    ], data.sets);
    const several = data.sets.length > 1;
    document.getElementById("figure-sets").hidden = !several;
    document.getElementById("sets-by-day").hidden = !several;
    if (several) {
      setsByDay();
    }
  }

  function setsByDay() {
    const looks = [["accent", []], ["ink", [6, 4]], ["muted", [2, 3]], ["pale", []]];
    Charts.show("chart-sets", () => `Alerts by day of ${data.sets.map((s) => s.name).join(", ")}`, () => ({
      axes: [Charts.days(), Charts.axis()],
      scales: { y: { range: (u, min, max) => [0, Math.max(1, max * 1.05)] } },
      series: [{ label: "day", value: (u, v) => (v === null ? "–" : Charts.day(v)) }, ...data.sets.map((set, i) => ({
        label: set.name, stroke: Charts.colour(looks[i % 4][0]), dash: looks[i % 4][1], width: 2, points: { show: false } }))],
    }), () => [seconds, ...data.sets.map((set) => set.by_day)]);
    table("table-sets-days", "Alerts by day", [
      { head: "Day", cell: (i) => days[i].day },
      ...data.sets.map((set) => ({ head: set.name, cell: (i) => whole(set.by_day[i]), number: true })),
    ], days.map((day, i) => i));
  }

  function truth() {
    document.querySelectorAll(".labelled").forEach((part) => (part.hidden = !data.labels));
    if (!data.labels) {
      return;
    }
    text("truth-basis", `Of ${whole(data.labels.labelled)} labelled actions in the window, ${whole(data.labels.malicious)} were malicious, in ${whole(data.labels.attacks)} attacks.`);
    Charts.show("chart-truth", () => "Precision and recall by alert line", () => ({
      scales: { x: { time: false }, y: { range: [0, 1] } },
      axes: [Charts.axis({ values: (u, ticks) => ticks.map(String) }), Charts.axis({ size: 56, values: (u, ticks) => ticks.map((t) => Math.round(100 * t) + " %") })],
      series: [{ label: "line" },
        { label: "precision", stroke: Charts.colour("ink"), dash: [6, 4], width: 2, points: { show: false }, value: (u, v) => percent(v) },
        { label: "recall", stroke: Charts.colour("accent"), width: 2, points: { show: false }, value: (u, v) => percent(v) }],
    }), () => [lines(), data.curve.map((p) => p.precision), data.curve.map((p) => p.recall)]);
  }

  function who() {
    const agents = data.agents;
    const most = Math.max(1, ...agents.list.map((agent) => agent.alerts));
    document.getElementById("agents-left").hidden = agents.left_out === 0;
    text("agents-left", agents.left_out === 0 ? "" : `${whole(agents.left_out)} of ${whole(agents.total)} agents are left out.`);
    table("table-agents", "Agents with most alerts", [
      { head: "Agent", cell: (a) => element("span", {}, a.agent, bar(a.alerts / most)), wide: true },
      { head: "Alerts", cell: (a) => whole(a.alerts), number: true },
      { head: "Sessions", cell: (a) => whole(a.sessions), number: true },
      { head: "Highest", cell: (a) => one(a.highest), number: true },
      { head: "Maturity", cell: (a) => percent(a.maturity), number: true },
    ], agents.list);
    table("table-features", "Features of the alerts", [
      { head: "The agent", cell: (f) => element("span", { title: f.feature }, f.text, bar(f.share)), wide: true },
      { head: "Share", cell: (f) => percent(f.share), number: true },
      { head: "Alerts", cell: (f) => whole(f.alerts), number: true },
      { head: "Leading", cell: (f) => whole(f.leading), number: true },
    ], data.features);
  }

  function alerts() {
    const listed = data.alerts;
    text("alerts-left", listed.left_out === 0
      ? `All ${whole(listed.total)} alerts of ${first.name}, the latest first.`
      : `The ${whole(listed.list.length)} alerts of ${first.name} with the highest scores, the latest first; ${whole(listed.left_out)} of ${whole(listed.total)} are left out.`);
    Alerts.start(listed.list);
  }

  const MOST_DRAWN = 30;

  function drift() {
    const all = data.drift;
    const drawn = all.list.slice(0, MOST_DRAWN);
    text("drift-left", all.total === 0
      ? "No agent drifted in this time."
      : (all.total === 1 ? "One change was found" : `${whole(all.total)} changes were found`) + (all.left_out ? `; ${whole(all.left_out)} are left out` : "") +
        (all.list.length > drawn.length ? `. The chart shows the first ${whole(drawn.length)}.` : "."));
    document.getElementById("figure-drift").hidden = drawn.length === 0;
    document.getElementById("table-drift").hidden = drawn.length === 0;
    if (drawn.length > 0) {
      driftChart(drawn);
      driftTable(all.list);
    }
  }

  function driftChart(drawn) {
    const at = (time) => Date.parse(time) / 1000;
    const times = [...new Set(drawn.flatMap((d) => [at(d.began), at(d.time)]))].sort((a, b) => a - b);
    const rows = [...new Set(drawn.map((d) => d.agent.id))];
    const row = (d) => rows.length - rows.indexOf(d.agent.id);
    Charts.show("chart-drift", () => `${drawn.length} changes of ${rows.length} agents over time`, () => ({
      height: 90 + 22 * rows.length,
      legend: { show: false },
      cursor: { show: false },
      scales: { x: { range: [Math.min(seconds[0], times[0]), seconds[seconds.length - 1] + 86400] }, y: { range: [0.4, rows.length + 0.6] } },
      axes: [Charts.days(), Charts.axis({ size: 170, splits: () => rows.map((agent, i) => rows.length - i), values: (u, ticks) => ticks.map((t) => rows[rows.length - t].slice(0, 24)) })],
      series: [{}, ...drawn.map((d) => ({ label: d.id, stroke: Charts.colour("accent"), width: 3, spanGaps: true, points: { show: true, size: 7, fill: Charts.colour("accent") } }))],
    }), () => [times, ...drawn.map((d) => times.map((t) => (t === at(d.began) || t === at(d.time) ? row(d) : null)))]);
  }

  function driftTable(list) {
    table("table-drift", "Changes that were found", [
      { head: "Found", cell: (d) => d.time.slice(0, 10), date: true },
      { head: "Began", cell: (d) => d.began.slice(0, 10), date: true },
      { head: "Agent", cell: (d) => d.agent.id, wide: true },
      { head: "Kind", cell: (d) => d.kind.replace("_", " ") },
      { head: "What", cell: (d) => d.summary, wide: true },
    ], list);
  }

  function warm() {
    Charts.show("chart-warm", () => `Maturity by day, from ${percent(days[0].maturity)} to ${percent(days[days.length - 1].maturity)}`, () => ({
      axes: [Charts.days(), Charts.axis({ size: 56, values: (u, ticks) => ticks.map((t) => Math.round(100 * t) + " %") })],
      scales: { y: { range: [0, 1.04] } },
      series: [{ label: "day", value: (u, v) => (v === null ? "–" : Charts.day(v)) },
        { label: "maturity", stroke: Charts.colour("accent"), fill: Charts.colour("accent-soft"), width: 2, points: { show: days.length < 40, size: 5 }, value: (u, v) => percent(v) }],
    }), () => [seconds, days.map((day) => day.maturity)]);
    table("table-warm", "Days", [
      { head: "Day", cell: (d) => d.day },
      { head: "Actions", cell: (d) => whole(d.actions), number: true },
      { head: "Agents", cell: (d) => whole(d.agents), number: true },
      { head: "Maturity", cell: (d) => percent(d.maturity), number: true },
      { head: "", cell: (d) => (d.warm ? "" : "warm-up") },
    ], days);
  }

  function theme() {
    const button = document.getElementById("theme");
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const set = (isDark) => {
      document.documentElement.dataset.theme = isDark ? "dark" : "light";
      button.setAttribute("aria-pressed", String(isDark));
      Charts.redraw();
    };
    set(dark.matches);
    button.addEventListener("click", () => set(document.documentElement.dataset.theme !== "dark"));
    dark.addEventListener("change", () => set(dark.matches));
    let before = false;
    addEventListener("beforeprint", () => {
      before = document.documentElement.dataset.theme === "dark";
      set(false);
      Charts.fit();
    });
    addEventListener("afterprint", () => set(before));
    addEventListener("resize", Charts.fit);
  }

  head();
  cost();
  budget();
  sets();
  truth();
  who();
  alerts();
  drift();
  warm();
  theme();
})();
