package io.driftline.job.cli;

/** What stdout is connected to. */
final class Terminal {

  private Terminal() {}

  /** Whether stdout is a terminal whose user has not asked for plain text (no-color.org). */
  static boolean showsColour() {
    String noColor = System.getenv("NO_COLOR");
    boolean plain = noColor != null && !noColor.isEmpty();
    // The launcher knows about stderr; the console tells, on JDK 17, of stdin and stdout.
    return !plain && Boolean.getBoolean("driftline.terminal") && System.console() != null;
  }
}
