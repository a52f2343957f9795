"use strict";

/** Charts by uPlot, in the colours of the page; drawn anew when those or the width change. */
const Charts = (() => {
  const drawn = [];
  const HEIGHT = 230;

  const colour = (name) =>
    getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();

  const axis = (more) => ({
    stroke: colour("muted"),
    font: "12px system-ui, sans-serif",
    grid: { stroke: colour("rule"), width: 1 },
    ticks: { stroke: colour("rule"), width: 1, size: 4 },
    ...more,
  });

  const day = (seconds) =>
    new Date(seconds * 1000).toLocaleDateString("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });

  const days = (more) => axis({ values: (u, ticks) => ticks.map(day), incrs: [1, 2, 7, 14, 28].map((n) => n * 86400), space: 56, ...more });

  const utc = (seconds) => uPlot.tzDate(new Date(seconds * 1000), "Etc/UTC");

  function draw(chart) {
    const holder = document.getElementById(chart.id);
    const width = Math.max(240, Math.floor(holder.clientWidth));
    if (chart.plot) {
      chart.plot.destroy();
    }
    const options = { width, height: HEIGHT, tzDate: utc, cursor: { y: false, points: { size: 6 } }, ...chart.options() };
    chart.plot = new uPlot(options, chart.data(), holder);
    chart.width = width;
    const canvas = holder.querySelector("canvas");
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", chart.label());
    const legend = holder.querySelector(".u-legend");
    if (legend) {
      legend.setAttribute("aria-label", "Legend, and values at the pointer");
    }
  }

  /**
   * Shows a chart.
   * id: of the element; label: says in words what is seen; options and data: as uPlot takes them.
   */
  function show(id, label, options, data) {
    const chart = { id, label, options, data };
    drawn.push(chart);
    draw(chart);
    return () => draw(chart);
  }

  const redraw = () => drawn.forEach(draw);

  const fit = () =>
    drawn.forEach((chart) => {
      const width = Math.max(240, Math.floor(document.getElementById(chart.id).clientWidth));
      if (width !== chart.width) {
        draw(chart);
      }
    });

  /** A vertical line at a value of x, drawn over the chart. */
  const mark = (x) => ({
    hooks: {
      draw: [
        (u) => {
          const at = Math.round(u.valToPos(x(), "x", true));
          u.ctx.save();
          u.ctx.strokeStyle = colour("ink");
          u.ctx.setLineDash([4, 4]);
          u.ctx.beginPath();
          u.ctx.moveTo(at, u.bbox.top);
          u.ctx.lineTo(at, u.bbox.top + u.bbox.height);
          u.ctx.stroke();
          u.ctx.restore();
        },
      ],
    },
  });

  return { show, redraw, fit, mark, axis, days, day, colour };
})();
