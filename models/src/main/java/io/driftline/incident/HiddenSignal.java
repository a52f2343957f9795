package io.driftline.incident;

import java.util.Objects;

/**
 * That something called nobody.
 *
 * @param cause why
 * @param rule id of the suppression; {@code null} for a budget
 * @param id of the signal, or of the incident that a budget held back
 * @param agentId whose it is
 * @param time event time in epoch milliseconds
 */
public record HiddenSignal(HiddenCause cause, String rule, String id, String agentId, long time) {

  public HiddenSignal {
    Objects.requireNonNull(cause, "cause");
    if ((cause == HiddenCause.SUPPRESSION) != (rule != null)) {
      throw new IllegalArgumentException(
          "a suppression has a rule, a budget has none: %s, %s".formatted(cause, rule));
    }
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(agentId, "agentId");
  }
}
