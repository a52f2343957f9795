package io.driftline.job.alert;

/** A horizontal bar of Unicode block characters, an eighth of a column fine. */
public final class Bar {

  /** Columns of the longest bar. */
  public static final int COLUMNS = 12;

  private static final int EIGHTHS = 8;
  private static final char FULL = '█';
  private static final String PARTS = " ▏▎▍▌▋▊▉";

  private Bar() {}

  /** A bar for a share in [0, 1], padded to {@value #COLUMNS} columns; never empty above 0. */
  public static String of(double share) {
    int eighths = (int) Math.ceil(share * COLUMNS * EIGHTHS);
    StringBuilder bar = new StringBuilder(COLUMNS);
    for (int column = 0; column < COLUMNS; column++) {
      int left = eighths - column * EIGHTHS;
      bar.append(left >= EIGHTHS ? FULL : PARTS.charAt(Math.max(0, left)));
    }
    return bar.toString();
  }
}
