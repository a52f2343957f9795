package io.driftline.job.state;

import java.util.Locale;

/** When an action is handled, and which versions of cohort baselines and models it then meets. */
public enum Ordering {
  /** On arrival, with the versions at hand: lowest latency. */
  ARRIVAL,
  /**
   * When the watermark has passed its time, with exactly the versions that hold at that time: the
   * result depends on neither interleaving nor parallelism.
   */
  EVENT_TIME;

  /** The name used in settings, for example {@code event_time}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
