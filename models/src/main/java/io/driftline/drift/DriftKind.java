package io.driftline.drift;

import java.util.Locale;

/** What a drift is. */
public enum DriftKind {
  /** The shares of a dimension's values have moved. */
  MIX_SHIFT,
  /** One new system or permission after another came into use, or was granted. */
  GROWTH,
  /** A daily number has gone up or down, and stays there. */
  LEVEL_SHIFT,
  /** The agent has come to differ from its peers. */
  PEER_DIVERGENCE,
  /** The agent keeps going where it hardly was before. */
  NEW_GROUND;

  /** The name used in outputs, for example {@code mix_shift}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
