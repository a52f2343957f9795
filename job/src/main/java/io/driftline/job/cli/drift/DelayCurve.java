package io.driftline.job.cli.drift;

import io.driftline.job.cli.chart.LineChart;
import io.driftline.job.cli.chart.Point;
import io.driftline.job.cli.chart.Series;
import io.driftline.simulate.DriftScript;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How the delay of detection trades against false alarms: one line for each script, one point on it
 * for each sensitivity. There is no point where fewer than half of the drifts were found.
 */
final class DelayCurve {

  private DelayCurve() {}

  /**
   * @param bySensitivity in ascending order of sensitivity
   */
  static LineChart of(List<StudyFigures> bySensitivity) {
    List<Series> lines = new ArrayList<>();
    for (DriftScript script : DriftScript.values()) {
      List<Point> points = points(script, bySensitivity);
      if (!points.isEmpty()) {
        lines.add(new Series(script.code(), points));
      }
    }
    return new LineChart(
        "Delay of detection against false alarms",
        "One line for each way to drift, one point for each sensitivity of the detector.",
        "false alarms per agent-year",
        "median delay from the onset, in days",
        "sensitivity",
        lines);
  }

  private static List<Point> points(DriftScript script, List<StudyFigures> bySensitivity) {
    List<Point> points = new ArrayList<>();
    for (StudyFigures figures : bySensitivity) {
      OptionalDouble alarms = figures.falseAlarms().perYear();
      OptionalLong delay = medianDelay(script, figures);
      if (alarms.isPresent() && delay.isPresent()) {
        String label = StudyText.plain(figures.sensitivity());
        points.add(new Point(alarms.getAsDouble(), delay.getAsLong(), label));
      }
    }
    return points;
  }

  private static OptionalLong medianDelay(DriftScript script, StudyFigures figures) {
    return figures.drifts().stream()
        .filter(each -> each.script() == script)
        .map(each -> each.delays().quantile(0.5))
        .findFirst()
        .orElse(OptionalLong.empty());
  }
}
