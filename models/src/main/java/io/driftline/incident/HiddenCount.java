package io.driftline.incident;

import java.util.Objects;

/**
 * How much was hidden on one day for one cause, so far. The latest record of an id is what holds.
 *
 * @param id 16 hexadecimal digits, of cause, rule and day
 * @param cause why
 * @param rule id of the suppression; {@code null} for a budget
 * @param day first instant of the day (UTC), epoch milliseconds
 * @param time when this was counted, event time in epoch milliseconds
 * @param hidden signals hidden by a suppression, or incidents held back by a budget; at least 1
 * @param agents how many agents they are of; at least 1, counted up to 1,000
 * @param latestAgent whose was the latest
 * @param latestId id of the latest signal or incident
 * @param summary one sentence
 */
public record HiddenCount(
    String id,
    HiddenCause cause,
    String rule,
    long day,
    long time,
    long hidden,
    int agents,
    String latestAgent,
    String latestId,
    String summary) {

  public HiddenCount {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(cause, "cause");
    if ((cause == HiddenCause.SUPPRESSION) != (rule != null)) {
      throw new IllegalArgumentException(
          "a suppression has a rule, a budget has none: %s, %s".formatted(cause, rule));
    }
    if (hidden < 1 || agents < 1) {
      throw new IllegalArgumentException(
          "hidden and agents must be at least 1, were %d and %d".formatted(hidden, agents));
    }
    Objects.requireNonNull(latestAgent, "latestAgent");
    Objects.requireNonNull(latestId, "latestId");
    Objects.requireNonNull(summary, "summary");
  }
}
