package io.driftline.job.cli.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Writes a {@link LineChart} as SVG: axes, lines with their marks, and a legend. */
final class LineChartWriter {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 450;
  private static final double LEFT = 76;
  private static final double RIGHT = 556;
  private static final double TOP = 84;
  private static final double BOTTOM = 384;
  private static final double LEGEND = 590;
  private static final double LABEL_WIDTH = 30;

  private final LineChart chart;
  private final Scale across;
  private final Scale up;
  private final Svg svg;

  LineChartWriter(LineChart chart) {
    this.chart = chart;
    this.across =
        Scale.fitting(
            values(Point::x).min().orElse(0), values(Point::x).max().orElse(1), LEFT, RIGHT);
    this.up = Scale.linear(values(Point::y).max().orElse(1), BOTTOM, TOP);
    this.svg = new Svg(WIDTH, HEIGHT, chart.title(), chart.description(), "");
    svg.text("name", LEFT, 34, "start", chart.title());
    axes();
    guides();
    for (int line = 0; line < chart.series().size(); line++) {
      line(line, chart.series().get(line));
    }
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
      svg.add("  <path class=\"grid\" d=\"M%.1f %.1fH%.1f\"/>", LEFT, up.at(tick), RIGHT);
      svg.text("note", LEFT - 8, up.at(tick) + 4, "end", number(tick));
    }
    for (double tick : across.ticks()) {
      svg.add("  <path class=\"axis\" d=\"M%.1f %.1fv5\"/>", across.at(tick), BOTTOM);
      svg.text("note", across.at(tick), BOTTOM + 20, "middle", number(tick));
    }
    svg.add("  <path class=\"axis\" d=\"M%.1f %.1fV%.1fH%.1f\"/>", LEFT, TOP, BOTTOM, RIGHT);
    svg.text("label", (LEFT + RIGHT) / 2, BOTTOM + 46, "middle", chart.xLabel() + scaled());
    svg.uprightText(28, (TOP + BOTTOM) / 2, chart.yLabel());
  }

  private String scaled() {
    return across.logarithmic() ? " (logarithmic)" : "";
  }

  /** All lines share the places of their points, so each place is labelled once, on top. */
  private void guides() {
    double free = LEFT;
    for (Map.Entry<Double, String> place : places().entrySet()) {
      double x = across.at(place.getKey());
      svg.add("  <path class=\"guide\" d=\"M%.1f %.1fV%.1f\"/>", x, TOP, BOTTOM);
      if (x >= free) {
        svg.text("note", x, TOP - 6, "middle", place.getValue());
        free = x + LABEL_WIDTH;
      }
    }
    svg.text("note", RIGHT, TOP - 24, "end", chart.pointLabel());
  }

  private TreeMap<Double, String> places() {
    return chart.series().stream()
        .flatMap(each -> each.points().stream())
        .collect(Collectors.toMap(Point::x, Point::label, (one, other) -> one, TreeMap::new));
  }

  private void line(int line, Series series) {
    double legend = TOP + 12 + 26 * line;
    svg.add("  <g class=\"s%d\">", line);
    svg.add("    <path class=\"line\" d=\"M%s\"/>", joined(series.points()));
    svg.add("    <path class=\"line\" d=\"M%.1f %.1fh26\"/>", LEGEND, legend);
    svg.add("    <g class=\"mark\">%s</g>\n  </g>", marks(Mark.of(line), series, legend));
    svg.text("label", LEGEND + 36, legend + 5, "start", series.name());
  }

  private String marks(Mark mark, Series series, double legend) {
    return series.points().stream()
            .map(point -> mark.at(across.at(point.x()), up.at(point.y())))
            .collect(Collectors.joining())
        + mark.at(LEGEND + 13, legend);
  }

  private String joined(List<Point> points) {
    return points.stream()
        .map(p -> String.format(Locale.ROOT, "%.1f %.1f", across.at(p.x()), up.at(p.y())))
        .collect(Collectors.joining("L"));
  }

  static String number(double tick) {
    return BigDecimal.valueOf(tick).stripTrailingZeros().toPlainString();
  }
}
