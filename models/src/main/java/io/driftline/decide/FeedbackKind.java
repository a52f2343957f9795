package io.driftline.decide;

import java.util.Locale;

/** What somebody found out about an anomaly. */
public enum FeedbackKind {
  /** It was an attack, or an agent out of hand: the baseline is not to learn it. */
  TRUE_POSITIVE,
  /** It should not have been raised: the line of such actions rises. */
  FALSE_POSITIVE,
  /** It was rightly raised and is harmless: the baseline is to take it for usual. */
  BENIGN;

  /** The name used in messages, for example {@code false_positive}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
