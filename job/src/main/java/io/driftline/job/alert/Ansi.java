package io.driftline.job.alert;

import io.driftline.posture.Severity;

/** Colours of a terminal (ECMA-48, select graphic rendition), or none. */
public enum Ansi {
  PLAIN,
  COLOUR;

  /** Colours if they are wanted. */
  public static Ansi of(boolean colour) {
    return colour ? COLOUR : PLAIN;
  }

  /** A severity's word, the more urgent the louder. */
  public String severity(Severity severity, String text) {
    return switch (severity) {
      case LOW -> paint("36", text);
      case MEDIUM -> paint("33", text);
      case HIGH -> paint("31", text);
      case CRITICAL -> paint("1;31", text);
    };
  }

  /** What stands out. */
  public String strong(String text) {
    return paint("1", text);
  }

  /** What stands back. */
  public String faint(String text) {
    return paint("2", text);
  }

  private String paint(String code, String text) {
    return this == COLOUR ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
