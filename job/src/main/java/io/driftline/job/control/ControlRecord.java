package io.driftline.job.control;

import io.driftline.job.drift.DriftAcceptance;
import io.driftline.job.ingest.DeadLetter;

/**
 * What became of one control message: exactly one of the two components is present.
 *
 * @param acceptance a drift that was accepted, or {@code null}
 * @param deadLetter why the message says nothing, or {@code null}
 */
public record ControlRecord(DriftAcceptance acceptance, DeadLetter deadLetter) {

  public ControlRecord {
    if ((acceptance == null) == (deadLetter == null)) {
      throw new IllegalArgumentException("exactly one of acceptance and dead letter must be there");
    }
  }
}
