package io.driftline.job.evaluate;

import java.util.Locale;
import java.util.OptionalDouble;

/** Lays out an evaluation as text for people. */
final class EvaluationText {

  private static final int WIDEST_LABEL = 24;

  private final StringBuilder text = new StringBuilder();

  EvaluationText(EvaluationResult result, double seconds) {
    counts(result, seconds);
    if (result.isLabelled()) {
      rankings(result);
      alerts(result.testAlerts());
      attacks(result.attacks());
    } else {
      line("measure", "none: no label applies to any event");
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private void counts(EvaluationResult result, double seconds) {
    line("events", "%,d in %.2f s", result.events(), seconds);
    line(
        "alerts",
        "%,d (%s per 1,000 events)",
        result.alerts(),
        figure(result.alertsPerThousandEvents(), "%.2f"));
    line(
        "alerts after warm-up",
        "%s per 1,000 events",
        figure(result.alertsPerThousandAfterWarmUp(), "%.2f"));
    line("events without label", "%,d, left out of the measure", result.unlabelledEvents());
    line("malicious, not scored", "%,d", result.unscoredMalicious());
  }

  private void rankings(EvaluationResult result) {
    text.append('\n');
    line("test phase", "%8s %8s %12s %12s", "ROC-AUC", "AP", "recall@1%FPR", "recall@5%FPR");
    ranking("by event", result.event());
    ranking("by session", result.session());
    text.append('\n');
  }

  private void ranking(String label, RankingQuality quality) {
    line(
        label,
        "%8s %8s %12s %12s",
        figure(quality.rocAuc(), "%.3f"),
        figure(quality.averagePrecision(), "%.3f"),
        figure(quality.recallAtFpr1(), "%.3f"),
        figure(quality.recallAtFpr5(), "%.3f"));
  }

  private void alerts(AlertQuality quality) {
    line("test events", "%,d, %,d of them malicious", quality.events(), quality.malicious());
    line(
        "test alerts",
        "%,d, %,d of them on malicious events (precision %s)",
        quality.alerts(),
        quality.maliciousAlerts(),
        figure(quality.precision(), "%.3f"));
  }

  private void attacks(AttackDetection detection) {
    line(
        "hijacked sessions",
        "%,d, %,d of them found by an alert",
        detection.hijackedSessions(),
        detection.sessionsFound());
    line(
        "until the first alert",
        "%s malicious actions, %s events after the first of them (medians)",
        figure(detection.medianActionsToAlert(), "%.1f"),
        figure(detection.medianEventsToAlert(), "%.1f"));
    for (AttackTally kind : detection.kinds()) {
      line("attack " + kind.kind(), "%,d found, %,d missed", kind.found(), kind.missed());
    }
  }

  private void line(String label, String format, Object... figures) {
    String padded = String.format(Locale.ROOT, "%-" + WIDEST_LABEL + "s", label);
    text.append(padded).append(String.format(Locale.ROOT, format, figures)).append('\n');
  }

  private static String figure(OptionalDouble value, String format) {
    return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : "-";
  }
}
