package io.driftline.job.bench;

import io.driftline.job.evaluate.Figure;
import io.driftline.job.evaluate.SeedRuns;
import io.driftline.job.evaluate.Spread;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Detectors against the figures of their rankings, in Markdown: median and, below it, spread. */
final class PeerTable {

  private static final List<Figure> FIGURES =
      Arrays.stream(Figure.values()).filter(figure -> !figure.topic().equals("alerting")).toList();

  private PeerTable() {}

  /** One row for each detector, in the order of the map. */
  static String of(Map<String, SeedRuns> byDetector) {
    String heading = row("", FIGURES.stream().map(Figure::label).toList());
    String rule = "|---|" + "---|".repeat(FIGURES.size());
    String rows =
        byDetector.entrySet().stream()
            .map(entry -> row(entry.getKey(), cells(entry.getValue())))
            .collect(Collectors.joining("\n"));
    return String.join("\n", heading, rule, rows) + "\n";
  }

  private static List<String> cells(SeedRuns runs) {
    return FIGURES.stream().map(figure -> cell(runs.spread(figure))).toList();
  }

  private static String cell(Spread spread) {
    if (spread.median().isEmpty()) {
      return "–";
    }
    double min = spread.min().getAsDouble();
    double max = spread.max().getAsDouble();
    String median = String.format(Locale.ROOT, "%.3f", spread.median().getAsDouble());
    return min == max ? median : median + String.format(Locale.ROOT, " (%.3f–%.3f)", min, max);
  }

  private static String row(String name, List<String> cells) {
    return "| " + name + " | " + String.join(" | ", cells) + " |";
  }
}
