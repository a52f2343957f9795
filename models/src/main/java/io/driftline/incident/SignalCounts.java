package io.driftline.incident;

/**
 * How many signals of each kind an incident has; a finding counts once, however often it is told.
 *
 * @param anomalies at least 0
 * @param drifts at least 0
 * @param findings at least 0
 */
public record SignalCounts(long anomalies, long drifts, long findings) {

  /** Of nothing. */
  public static final SignalCounts NONE = new SignalCounts(0, 0, 0);

  public SignalCounts {
    if (anomalies < 0 || drifts < 0 || findings < 0) {
      throw new IllegalArgumentException(
          "counts must not be negative, were %d, %d and %d".formatted(anomalies, drifts, findings));
    }
  }

  /** With one more of this kind. */
  public SignalCounts with(SignalKind kind) {
    return switch (kind) {
      case ANOMALY -> new SignalCounts(anomalies + 1, drifts, findings);
      case DRIFT -> new SignalCounts(anomalies, drifts + 1, findings);
      case FINDING -> new SignalCounts(anomalies, drifts, findings + 1);
    };
  }

  /** All together. */
  public long total() {
    return anomalies + drifts + findings;
  }
}
