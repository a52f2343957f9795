package io.driftline.incident;

import java.util.Locale;

/** Why an incident is over. */
public enum ClosingReason {
  /** Nothing was raised for the quiet period. */
  QUIET,
  /** All that it consists of has been put right. */
  RESOLVED,
  /** The agent has more incidents open than are kept; this one was the longest quiet. */
  DISPLACED;

  /** The name used in outputs, for example {@code quiet}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
