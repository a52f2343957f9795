package io.driftline.decide;

import java.util.Locale;

/** For whom a {@link ThresholdRule} holds, from the widest to the most specific. */
public enum ThresholdScope {
  /** All agents. */
  GLOBAL,
  /** Agents of a kind. */
  KIND,
  /** Agents of a cohort. */
  COHORT,
  /** One agent. */
  AGENT;

  /** The name used in files and messages, for example {@code cohort}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
