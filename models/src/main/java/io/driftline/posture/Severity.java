package io.driftline.posture;

import java.util.Locale;

/** How soon somebody should look. */
public enum Severity {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL;

  private static final Severity[] ALL = values();

  /** The name used in outputs, for example {@code high}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** So many steps up, or down if negative; never beyond the ends. */
  public Severity raisedBy(int steps) {
    return ALL[Math.max(0, Math.min(ALL.length - 1, ordinal() + steps))];
  }
}
