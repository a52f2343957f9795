package io.driftline.forest;

/**
 * How a forest is grown. The defaults are those of Liu, Ting and Zhou (ICDM 2008, section 4.1).
 *
 * @param trees how many trees, 1 to {@value #MAX_TREES}
 * @param subsample how many rows each tree sees, 2 to {@value #MAX_SUBSAMPLE}; fewer when there are
 *     fewer rows. Trees are at most ceil(log2 subsample) splits high
 */
public record ForestSettings(int trees, int subsample) {

  /** More trees than this change no score that anyone could act on. */
  public static final int MAX_TREES = 1_000;

  /** Keeps the complete layout that scoring uses at most twelve levels high. */
  public static final int MAX_SUBSAMPLE = 4_096;

  public ForestSettings {
    requireWithin("trees", trees, 1, MAX_TREES);
    requireWithin("subsample", subsample, 2, MAX_SUBSAMPLE);
  }

  /** One hundred trees of 256 rows. */
  public static ForestSettings defaults() {
    return new ForestSettings(100, 256);
  }

  private static void requireWithin(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s must be from %d to %d, was %d".formatted(name, least, most, value));
    }
  }
}
