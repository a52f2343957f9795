package io.driftline.job.control;

import io.driftline.drift.DriftDimension;
import io.driftline.drift.DriftKind;
import io.driftline.incident.SignalKind;
import io.driftline.incident.Suppression;
import io.driftline.job.drift.DriftAcceptance;
import io.driftline.job.incident.SuppressionChange;
import io.driftline.job.ingest.Rejection;
import java.util.Locale;

/** What a control message can say. */
enum ControlType {
  /** A drift is all right. */
  ACCEPT_DRIFT {
    @Override
    ControlRecord decode(MessageFields message, long time) throws Refused {
      return ControlRecord.of(
          new DriftAcceptance(
              message.text("agent_id"),
              message.constant("kind", DriftKind.values(), DriftKind::code),
              message.constant("dimension", DriftDimension.values(), DriftDimension::code),
              time));
    }
  },
  /** Signals of a pattern are to call nobody, for a while. */
  SUPPRESS {
    @Override
    ControlRecord decode(MessageFields message, long time) throws Refused {
      return ControlRecord.of(SuppressionChange.set(suppression(message, time), time));
    }
  },
  /** A suppression is to end at once. */
  UNSUPPRESS {
    @Override
    ControlRecord decode(MessageFields message, long time) throws Refused {
      return ControlRecord.of(SuppressionChange.lifted(message.text("id"), time));
    }
  };

  /** The name used in messages, for example {@code accept_drift}. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * What such a message says.
   *
   * @param time of the record, epoch milliseconds
   */
  abstract ControlRecord decode(MessageFields message, long time) throws Refused;

  private static Suppression suppression(MessageFields message, long time) throws Refused {
    try {
      return new Suppression(
          message.text("id"),
          message.textOrNull("agent"),
          message.constantOrNull("kind", SignalKind.values(), SignalKind::code),
          message.textOrNull("code"),
          message.textOrNull("system"),
          message.textOrNull("permission"),
          message.time("from", time),
          message.time("until"),
          message.text("by"),
          message.text("reason"));
    } catch (IllegalArgumentException e) {
      throw new Refused(Rejection.INCONSISTENT, e.getMessage());
    }
  }
}
