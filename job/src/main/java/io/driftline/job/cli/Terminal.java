package io.driftline.job.cli;

/** What stdin, stdout and stderr are connected to. */
public final class Terminal {

  private Terminal() {}

  /** Whether stdout is a terminal whose user has not asked for plain text (no-color.org). */
  public static boolean showsColour() {
    String noColor = System.getenv("NO_COLOR");
    boolean plain = noColor != null && !noColor.isEmpty();
    return !plain && canAsk();
  }

  /** Whether somebody sits there who can be asked. */
  public static boolean canAsk() {
    // The launcher knows about stderr; the console tells, on JDK 17, of stdin and stdout.
    return Boolean.getBoolean("driftline.terminal") && System.console() != null;
  }
}
