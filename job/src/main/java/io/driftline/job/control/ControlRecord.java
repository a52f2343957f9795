package io.driftline.job.control;

import io.driftline.decide.Feedback;
import io.driftline.job.drift.DriftAcceptance;
import io.driftline.job.incident.SuppressionChange;
import io.driftline.job.ingest.DeadLetter;
import io.driftline.job.tune.PublishedPolicy;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What became of one control message: exactly one of the components but the last is present.
 *
 * @param acceptance a drift that was accepted, or {@code null}
 * @param suppression a suppression that is to hold or to end, or {@code null}
 * @param policy lines that are to hold, or {@code null}
 * @param feedback a verdict on an anomaly, or {@code null}
 * @param deadLetter why the message says nothing, or {@code null}
 * @param origin the message, while it has not been {@linkplain ControlGate let through}; {@code
 *     null} for a dead letter and behind the gate
 */
public record ControlRecord(
    DriftAcceptance acceptance,
    SuppressionChange suppression,
    PublishedPolicy policy,
    Feedback feedback,
    DeadLetter deadLetter,
    ControlOrigin origin) {

  public ControlRecord {
    if (Stream.of(acceptance, suppression, policy, feedback, deadLetter)
            .filter(Objects::nonNull)
            .count()
        != 1) {
      throw new IllegalArgumentException("exactly one component must be there");
    }
  }

  static ControlRecord of(DriftAcceptance acceptance) {
    return new ControlRecord(acceptance, null, null, null, null, null);
  }

  static ControlRecord of(SuppressionChange suppression) {
    return new ControlRecord(null, suppression, null, null, null, null);
  }

  static ControlRecord of(PublishedPolicy policy) {
    return new ControlRecord(null, null, policy, null, null, null);
  }

  static ControlRecord of(Feedback feedback) {
    return new ControlRecord(null, null, null, feedback, null, null);
  }

  static ControlRecord of(DeadLetter deadLetter) {
    return new ControlRecord(null, null, null, null, deadLetter, null);
  }

  /** The same, from this message; {@code null} once that is no longer needed. */
  ControlRecord from(ControlOrigin message) {
    return new ControlRecord(acceptance, suppression, policy, feedback, deadLetter, message);
  }
}
