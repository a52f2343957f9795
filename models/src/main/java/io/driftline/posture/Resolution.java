package io.driftline.posture;

import java.util.Locale;

/** Why a finding is told no longer. */
public enum Resolution {
  /** What was wrong has been put right. */
  REPAIRED("This is so no longer."),
  /** What was told was wrong: something came late that shows that it was otherwise. */
  WITHDRAWN("By what is known now, it never was so."),
  /** The same thing has come to be wrong in another way. */
  SUPERSEDED("It is wrong in another way now, which is told by itself."),
  /** It was not seen again for long. */
  QUIET("It was not seen again for long."),
  /** Worse findings needed its place. */
  DISPLACED("It is followed no longer, as too much else that is worse was found.");

  private final String sentence;

  Resolution(String sentence) {
    this.sentence = sentence;
  }

  /** The name used in outputs, for example {@code withdrawn}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  String sentence() {
    return sentence;
  }
}
