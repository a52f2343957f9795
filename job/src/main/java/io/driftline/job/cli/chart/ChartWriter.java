package io.driftline.job.cli.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Writes one chart as SVG: paper, axes, lines with their marks, and a legend. */
final class ChartWriter {
  private static final double LEFT = 76;
  private static final double RIGHT = 556;
  private static final double TOP = 84;
  private static final double BOTTOM = 384;
  private static final double LEGEND = 590;
  private static final double LABEL_WIDTH = 30;

  /** Colours that also those can tell apart who see few: Okabe and Ito, 2008. */
  private static final String HEAD =
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 450" role="img" \
      aria-labelledby="title desc"
           font-family="Helvetica, Arial, 'DejaVu Sans', sans-serif" font-size="14">
        <title id="title">%s</title>
        <desc id="desc">%s</desc>
        <style>
          .paper { fill: #ffffff; stroke: #d0d7de }
          .grid { stroke: #dfe5ea }
          .guide { stroke: #9aa7b3; stroke-dasharray: 2 4 }
          .axis { fill: none; stroke: #3b5b7a; stroke-width: 1.4 }
          .line { fill: none; stroke-width: 2 }
          .mark { stroke: #ffffff; stroke-width: 1 }
          .s0 { color: #0072b2 } .s1 { color: #c15700 } .s2 { color: #008a63 }
          .s3 { color: #a8487f } .s4 { color: #6b6b6b }
          .line { stroke: currentColor } .mark { fill: currentColor }
          text { fill: #1f2933 }
          .note { fill: #55636f; font-size: 12px }
          .label { font-size: 14px }
          .name { font-weight: bold }
          @media (prefers-color-scheme: dark) {
            .paper { fill: #0d1117; stroke: #30363d }
            .grid { stroke: #222b35 }
            .guide { stroke: #5b6873 }
            .axis { stroke: #7ea6cc }
            .mark { stroke: #0d1117 }
            .s0 { color: #56b4e9 } .s1 { color: #f0913a } .s2 { color: #2fc79a }
            .s3 { color: #d98bb8 } .s4 { color: #b0b8c0 }
            text { fill: #e6edf3 }
            .note { fill: #a3b1bf }
          }
        </style>
        <rect class="paper" x="1" y="1" width="758" height="448" rx="10"/>
      """;

  private final LineChart chart;
  private final Scale across;
  private final Scale up;
  private final StringBuilder svg = new StringBuilder();

  ChartWriter(LineChart chart) {
    this.chart = chart;
    this.across =
        Scale.fitting(
            values(Point::x).min().orElse(0), values(Point::x).max().orElse(1), LEFT, RIGHT);
    this.up = Scale.linear(values(Point::y).max().orElse(1), BOTTOM, TOP);
    svg.append(String.format(HEAD, escaped(chart.title()), escaped(chart.description())));
    text("name", LEFT, 34, "start", chart.title());
    axes();
    guides();
    for (int line = 0; line < chart.series().size(); line++) {
      line(line, chart.series().get(line));
    }
    svg.append("</svg>\n");
  }

  @Override
  public String toString() {
    return svg.toString();
  }

  private DoubleStream values(ToDoubleFunction<Point> side) {
    return chart.series().stream().flatMap(each -> each.points().stream()).mapToDouble(side);
  }

  private void axes() {
    for (double tick : up.ticks()) {
      add("  <path class=\"grid\" d=\"M%.1f %.1fH%.1f\"/>", LEFT, up.at(tick), RIGHT);
      text("note", LEFT - 8, up.at(tick) + 4, "end", number(tick));
    }
    for (double tick : across.ticks()) {
      add("  <path class=\"axis\" d=\"M%.1f %.1fv5\"/>", across.at(tick), BOTTOM);
      text("note", across.at(tick), BOTTOM + 20, "middle", number(tick));
    }
    add("  <path class=\"axis\" d=\"M%.1f %.1fV%.1fH%.1f\"/>", LEFT, TOP, BOTTOM, RIGHT);
    text("label", (LEFT + RIGHT) / 2, BOTTOM + 46, "middle", chart.xLabel() + scaled());
    add(
        "  <text transform=\"translate(28 %.1f) rotate(-90)\" text-anchor=\"middle\">%s</text>",
        (TOP + BOTTOM) / 2, escaped(chart.yLabel()));
  }

  private String scaled() {
    return across.logarithmic() ? " (logarithmic)" : "";
  }

  /** All lines share the places of their points, so each place is labelled once, on top. */
  private void guides() {
    double free = LEFT;
    for (Map.Entry<Double, String> place : places().entrySet()) {
      double x = across.at(place.getKey());
      add("  <path class=\"guide\" d=\"M%.1f %.1fV%.1f\"/>", x, TOP, BOTTOM);
      if (x >= free) {
        text("note", x, TOP - 6, "middle", place.getValue());
        free = x + LABEL_WIDTH;
      }
    }
    text("note", RIGHT, TOP - 24, "end", chart.pointLabel());
  }

  private TreeMap<Double, String> places() {
    return chart.series().stream()
        .flatMap(each -> each.points().stream())
        .collect(Collectors.toMap(Point::x, Point::label, (one, other) -> one, TreeMap::new));
  }

  private void line(int line, Series series) {
    double legend = TOP + 12 + 26 * line;
    add("  <g class=\"s%d\">", line);
    add("    <path class=\"line\" d=\"M%s\"/>", joined(series.points()));
    add("    <path class=\"line\" d=\"M%.1f %.1fh26\"/>", LEGEND, legend);
    svg.append("    <g class=\"mark\">");
    for (Point point : series.points()) {
      svg.append(Mark.of(line).at(across.at(point.x()), up.at(point.y())));
    }
    svg.append(Mark.of(line).at(LEGEND + 13, legend)).append("</g>\n  </g>\n");
    text("label", LEGEND + 36, legend + 5, "start", series.name());
  }

  private String joined(List<Point> points) {
    return points.stream()
        .map(p -> String.format(Locale.ROOT, "%.1f %.1f", across.at(p.x()), up.at(p.y())))
        .collect(Collectors.joining("L"));
  }

  private void text(String style, double x, double y, String anchor, String text) {
    add(
        "  <text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
        style, x, y, anchor, escaped(text));
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private static String number(double tick) {
    return BigDecimal.valueOf(tick).stripTrailingZeros().toPlainString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
