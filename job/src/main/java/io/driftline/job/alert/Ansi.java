package io.driftline.job.alert;

import io.driftline.posture.Severity;

/** Colours of a terminal (ECMA-48, select graphic rendition), or none. */
enum Ansi {
  PLAIN,
  COLOUR;

  /** A severity's word, the more urgent the louder. */
  String severity(Severity severity, String text) {
    return switch (severity) {
      case LOW -> paint("36", text);
      case MEDIUM -> paint("33", text);
      case HIGH -> paint("31", text);
      case CRITICAL -> paint("1;31", text);
    };
  }

  /** What stands out. */
  String strong(String text) {
    return paint("1", text);
  }

  /** What stands back. */
  String faint(String text) {
    return paint("2", text);
  }

  private String paint(String code, String text) {
    return this == COLOUR ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
