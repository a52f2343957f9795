package io.driftline.job.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.driftline.baseline.Hash64;
import io.driftline.decide.Feedback;
import io.driftline.decide.FeedbackKind;
import io.driftline.forest.Detector;
import io.driftline.job.ingest.Rejection;

/** Decodes a verdict on an anomaly. */
final class FeedbackMessage {

  private FeedbackMessage() {}

  static Feedback decode(MessageFields message, long time) throws Refused {
    message.text("by");
    message.text("reason");
    String resource = message.textOrNull("resource");
    return new Feedback(
        Hash64.of(message.text("alert_id")),
        Feedback.patternOf(
            message.text("agent_id"),
            message.text("system"),
            message.text("action"),
            message.textOrNull("permission")),
        resource == null ? Feedback.ANY_RESOURCE : Hash64.of(resource),
        detectors(message),
        message.constant("verdict", FeedbackKind.values(), FeedbackKind::code),
        message.time("time", time));
  }

  /** The one that led, and any others that reached the line. */
  private static int detectors(MessageFields message) throws Refused {
    int bits = 1 << message.constant("detector", Detector.values(), Detector::code).ordinal();
    JsonNode others = message.message().path("detectors");
    for (JsonNode other : others) {
      bits |= 1 << detector(other).ordinal();
    }
    return bits;
  }

  private static Detector detector(JsonNode code) throws Refused {
    for (Detector detector : Detector.values()) {
      if (detector.code().equals(code.asText())) {
        return detector;
      }
    }
    throw new Refused(
        Rejection.UNKNOWN_VALUE, "detectors names one that is not known; see detector");
  }
}
