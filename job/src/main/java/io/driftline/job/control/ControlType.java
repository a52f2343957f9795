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
  },
  /** From which scores on actions are raised: all of it, in the place of what was set before. */
  THRESHOLDS {
    @Override
    ControlRecord decode(MessageFields message, long time) throws Refused {
      return ControlRecord.of(PolicyMessage.decode(message, time));
    }
  },
  /** What somebody found out about an anomaly. */
  FEEDBACK {
    @Override
    ControlRecord decode(MessageFields message, long time) throws Refused {
      return ControlRecord.of(FeedbackMessage.decode(message, time));
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

  /** What such a message is about, for the audit trail; {@code null} if it names nothing. */
  String subject(MessageFields message) {
    return switch (this) {
      case ACCEPT_DRIFT -> message.shown("agent_id");
      case SUPPRESS, UNSUPPRESS -> message.shown("id");
      case THRESHOLDS -> "version " + message.shown("version");
      case FEEDBACK -> message.shown("verdict") + " of " + message.shown("alert_id");
    };
  }

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
