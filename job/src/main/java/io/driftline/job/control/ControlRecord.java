package io.driftline.job.control;

import io.driftline.job.drift.DriftAcceptance;
import io.driftline.job.incident.SuppressionChange;
import io.driftline.job.ingest.DeadLetter;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What became of one control message: exactly one of the components is present.
 *
 * @param acceptance a drift that was accepted, or {@code null}
 * @param suppression a suppression that is to hold or to end, or {@code null}
 * @param deadLetter why the message says nothing, or {@code null}
 */
public record ControlRecord(
    DriftAcceptance acceptance, SuppressionChange suppression, DeadLetter deadLetter) {

  public ControlRecord {
    if (Stream.of(acceptance, suppression, deadLetter).filter(Objects::nonNull).count() != 1) {
      throw new IllegalArgumentException("exactly one component must be there");
    }
  }

  static ControlRecord of(DriftAcceptance acceptance) {
    return new ControlRecord(acceptance, null, null);
  }

  static ControlRecord of(SuppressionChange suppression) {
    return new ControlRecord(null, suppression, null);
  }

  static ControlRecord of(DeadLetter deadLetter) {
    return new ControlRecord(null, null, deadLetter);
  }
}
