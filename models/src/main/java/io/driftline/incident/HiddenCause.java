package io.driftline.incident;

import java.util.Locale;

/** Why something was raised and called nobody. */
public enum HiddenCause {
  /** A {@link Suppression} says so. */
  SUPPRESSION,
  /** The agent has had its share of incidents for the day. */
  AGENT_BUDGET,
  /** All agents together have. */
  GLOBAL_BUDGET;

  /** The name used in outputs, for example {@code agent_budget}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
