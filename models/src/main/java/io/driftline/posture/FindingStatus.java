package io.driftline.posture;

import java.util.Locale;

/** Where a finding is in its life. */
public enum FindingStatus {
  /** It is new. */
  OPEN,
  /** It is worse than when it was last told, or still going on after a while. */
  UPDATED,
  /** What was wrong no longer is, or by what is known now never was. */
  RESOLVED;

  /** The name used in outputs, for example {@code resolved}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
