package io.driftline.incident;

import io.driftline.decide.Anomaly;
import io.driftline.drift.DriftEvent;
import io.driftline.posture.Finding;
import java.util.Locale;

/** Which kind of thing was raised. */
public enum SignalKind {
  /** An {@link Anomaly}. */
  ANOMALY,
  /** A {@link DriftEvent}. */
  DRIFT,
  /** A {@link Finding}. */
  FINDING;

  /** The name used in outputs, for example {@code finding}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
