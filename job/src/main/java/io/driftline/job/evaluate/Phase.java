package io.driftline.job.evaluate;

import java.util.Locale;

/** Which part of a labelled stream a session belongs to. */
public enum Phase {
  /** No attack in it: the detector learns from it, the measure leaves it out. */
  BASELINE,
  /** What the measure is taken on. */
  TEST;

  /** The name used in label files, for example {@code test}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
