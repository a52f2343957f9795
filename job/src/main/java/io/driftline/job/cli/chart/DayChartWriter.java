package io.driftline.job.cli.chart;

import io.driftline.job.cli.chart.Panel.Flag;
import io.driftline.job.cli.chart.Panel.Layer;
import io.driftline.job.cli.chart.Panel.Slot;
import java.util.Comparator;
import java.util.List;

/** Writes a {@link DayChart} as SVG: panels with their bars, flags and legends, and the days. */
final class DayChartWriter {
  private static final int WIDTH = 860;
  private static final double LEFT = 76;
  private static final double RIGHT = 566;
  private static final double LEGEND = 584;
  private static final int LEGEND_CHARS = 36;
  private static final double FIRST_PANEL = 122;
  private static final int PANEL_HEIGHT = 138;
  private static final int PANEL_PITCH = 202;
  private static final int FOOT = 52;
  private static final double LEGEND_PITCH = 15;

  /** Of a label, on average. */
  private static final double CHAR_WIDTH = 6.4;

  /** A bar at least so wide is set off from the next. */
  private static final double WIDE = 3;

  private static final String STYLES =
      """
          .began { stroke: #1f2933; stroke-width: 1.4; stroke-dasharray: 4 3 }
          .found { stroke: #1f2933; stroke-width: 1.4; fill: none } .flag { fill: #1f2933 }
          .v0 { fill: #0072b2 } .v1 { fill: #e69f00 } .v2 { fill: #009e73 } .v3 { fill: #cc79a7 }
          .v4 { fill: #56b4e9 } .v5 { fill: #d55e00 } .v6 { fill: #e0d13a } .v7 { fill: #5b4a9c }
          .rest { fill: #c3cad1 }
          .legend { font-size: 12px }
          @media (prefers-color-scheme: dark) {
            .began { stroke: #e6edf3 } .found { stroke: #e6edf3 } .flag { fill: #e6edf3 }
            .v0 { fill: #2b8fcf } .v7 { fill: #9d8be0 }
            .rest { fill: #4d5863 }
          }
      """;

  private final DayChart chart;
  private final Svg svg;

  DayChartWriter(DayChart chart) {
    this.chart = chart;
    this.svg = new Svg(WIDTH, height(chart), chart.title(), chart.description(), STYLES);
    svg.text("name", LEFT, 34, "start", chart.title());
    svg.text("note", LEFT, 56, "start", chart.note());
    for (int row = 0; row < chart.panels().size(); row++) {
      panel(FIRST_PANEL + row * PANEL_PITCH, chart.panels().get(row));
    }
    days();
  }

  private static int height(DayChart chart) {
    int last = PANEL_PITCH * (chart.panels().size() - 1) + PANEL_HEIGHT;
    return (int) FIRST_PANEL + last + FOOT;
  }

  @Override
  public String toString() {
    return svg.toString();
  }

  private void panel(double top, Panel panel) {
    double bottom = top + PANEL_HEIGHT;
    Scale up = Scale.linear(panel.highest(), bottom, top);
    svg.text("label", LEFT, top - 24, "start", panel.title());
    axes(top, bottom, up, panel.unit());
    for (int slot = 0; slot < panel.slots().size(); slot++) {
      bar(panel, slot, up);
    }
    svg.add("  <path class=\"axis\" d=\"M%.1f %.1fV%.1fH%.1f\"/>", LEFT, top, bottom, RIGHT);
    flags(top, bottom, panel.flags());
    legend(top, panel.layers());
  }

  private void axes(double top, double bottom, Scale up, String unit) {
    for (double tick : up.ticks()) {
      svg.add("  <path class=\"grid\" d=\"M%.1f %.1fH%.1f\"/>", LEFT, up.at(tick), RIGHT);
      svg.text("note", LEFT - 8, up.at(tick) + 4, "end", LineChartWriter.number(tick));
    }
    svg.uprightText(28, (top + bottom) / 2, unit);
    for (int day : DayTicks.of(chart.from(), chart.days())) {
      svg.add("  <path class=\"axis\" d=\"M%.1f %.1fv5\"/>", at(day), bottom);
    }
  }

  private void bar(Panel panel, int place, Scale up) {
    Slot slot = panel.slots().get(place);
    double from = at(slot.from());
    double width = at(slot.to()) - from;
    double inner = width >= WIDE ? width - 1 : width;
    double below = 0;
    for (int i = 0; i < panel.layers().size(); i++) {
      Layer layer = panel.layers().get(i);
      double above = below + layer.values().get(place);
      if (above > below) {
        svg.add(
            "  <rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
            style(layer, i), from, up.at(above), inner, up.at(below) - up.at(above));
      }
      below = above;
    }
  }

  /** The labels stand above, where there is room for them; each flag is drawn all the same. */
  private void flags(double top, double bottom, List<Flag> flags) {
    List<Flag> inOrder = flags.stream().sorted(Comparator.comparingDouble(Flag::found)).toList();
    double free = 0;
    for (Flag flag : inOrder) {
      flag(top, bottom, flag);
      double found = at(flag.found());
      double width = CHAR_WIDTH * flag.label().length();
      double left = Math.max(free, found - width);
      if (left <= found + CHAR_WIDTH) {
        svg.text("note", left, top - 9, "start", flag.label());
        free = left + width + CHAR_WIDTH;
      }
    }
  }

  /** Dashed upwards from where it began, along the top, and down where it was found. */
  private void flag(double top, double bottom, Flag flag) {
    double began = at(Math.max(0, flag.began()));
    double found = at(Math.min(chart.days(), flag.found()));
    if (flag.began() >= 0) {
      svg.add("  <path class=\"began\" d=\"M%.1f %.1fV%.1f\"/>", began, bottom, top);
    }
    svg.add("  <path class=\"found\" d=\"M%.1f %.1fH%.1fV%.1f\"/>", began, top, found, bottom);
    svg.add("  <g class=\"flag\">%s</g>", Mark.FLAG.at(found, top));
  }

  /** From the top down, as the layers lie. */
  private void legend(double top, List<Layer> layers) {
    for (int i = layers.size() - 1, line = 0; i >= 0; i--, line++) {
      double y = top + line * LEGEND_PITCH;
      svg.add(
          "  <rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"12\" height=\"11\"/>",
          style(layers.get(i), i), LEGEND, y);
      svg.text("legend", LEGEND + 20, y + 10, "start", shortened(layers.get(i).name()));
    }
  }

  private static String style(Layer layer, int place) {
    return layer.rest() ? "rest" : "v" + place;
  }

  /** Both ends of a name tell something. */
  private static String shortened(String name) {
    int length = name.codePointCount(0, name.length());
    if (length <= LEGEND_CHARS) {
      return name;
    }
    int tail = LEGEND_CHARS / 3;
    return name.substring(0, name.offsetByCodePoints(0, LEGEND_CHARS - tail - 1))
        + "…"
        + name.substring(name.offsetByCodePoints(name.length(), -tail));
  }

  private void days() {
    double bottom = FIRST_PANEL + (chart.panels().size() - 1) * PANEL_PITCH + PANEL_HEIGHT;
    for (int day : DayTicks.of(chart.from(), chart.days())) {
      String date = chart.from().plusDays(day).toString();
      svg.text("note", at(day), bottom + 20, "middle", date);
    }
    svg.text("note", RIGHT, bottom + 40, "end", "days, UTC");
  }

  private double at(double day) {
    return LEFT + day / chart.days() * (RIGHT - LEFT);
  }
}
