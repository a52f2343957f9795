package io.driftline.job.evaluate;

import java.util.Objects;

/**
 * What the detector said about one event.
 *
 * @param eventId the event
 * @param agentId who acted; {@code null} if unknown, as after reading a scores file
 * @param sessionId the session the event names; {@code null} if it names none
 * @param score higher means more suspicious; finite
 * @param alert whether an alert was raised on it
 */
public record ScoredEvent(
    String eventId, String agentId, String sessionId, double score, boolean alert) {

  public ScoredEvent {
    Objects.requireNonNull(eventId, "event_id");
    if (!Double.isFinite(score)) {
      throw new IllegalArgumentException(
          "the score of event " + eventId + " must be finite, was " + score);
    }
  }

  /** The same event, with or without an alert on it. */
  ScoredEvent withAlert(boolean raised) {
    return new ScoredEvent(eventId, agentId, sessionId, score, raised);
  }
}
