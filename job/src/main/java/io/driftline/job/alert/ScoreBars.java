package io.driftline.job.alert;

import io.driftline.decide.Anomaly;
import io.driftline.forest.Detector;
import io.driftline.forest.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The scores of the detectors that judged an anomaly, with the alert line in its place. */
final class ScoreBars {

  private static final double HIGHEST = 100;

  private ScoreBars() {}

  private record Row(String name, double score) {

    String text() {
      double shown = Math.min(HIGHEST, score);
      return String.format(Locale.ROOT, "%s %5.1f  %s", Bar.of(shown / HIGHEST), shown, name);
    }
  }

  /** A line each, the highest score first. */
  static List<String> of(Anomaly anomaly) {
    Verdict verdict = anomaly.verdict();
    List<Row> rows = new ArrayList<>();
    rows.add(new Row(verdict.lead().code() + " (leads)", verdict.shownScore()));
    rows.add(new Row("--- alert line", anomaly.line()));
    for (Detector detector : Detector.values()) {
      // Without a model nothing but the lead has judged.
      if (detector != verdict.lead() && verdict.modelId() != null) {
        rows.add(new Row(detector.code(), verdict.scoreOf(detector)));
      }
    }
    rows.sort(Comparator.comparingDouble(Row::score).reversed());
    return rows.stream().map(Row::text).toList();
  }
}
