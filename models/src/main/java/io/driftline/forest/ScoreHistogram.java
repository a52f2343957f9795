package io.driftline.forest;

import java.util.Arrays;

/**
 * How a model's scores are distributed over fixed bins.
 *
 * @param counts rows by bin: below a score of 5, 12.5, 25, 37.5, 50, 75 (that is p above 0.63,
 *     0.32, 0.1, 0.032, 0.01, 0.001), and from 75 up
 */
public record ScoreHistogram(int[] counts) {

  private static final double[] EDGES = {5, 12.5, 25, 37.5, 50, 75};

  /** Keeps the logarithm of an empty bin finite; the usual half a count (Krichevsky, Trofimov). */
  private static final double PRIOR = 0.5;

  public ScoreHistogram {
    counts = counts.clone();
    if (counts.length != EDGES.length + 1 || Arrays.stream(counts).anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException(
          "A histogram has %d counts of at least 0, got %s"
              .formatted(EDGES.length + 1, Arrays.toString(counts)));
    }
  }

  /** The scores that {@code model} gives to {@code rows}; {@code null} for first-seen alone. */
  public static ScoreHistogram of(ModelArtifact model, double[][] rows) {
    int[] counts = new int[EDGES.length + 1];
    for (double[] row : rows) {
      counts[bin(Scorer.score(row, model).score())]++;
    }
    return new ScoreHistogram(counts);
  }

  private static int bin(double score) {
    int bin = 0;
    while (bin < EDGES.length && score >= EDGES[bin]) {
      bin++;
    }
    return bin;
  }

  /**
   * How far {@code recent} has moved away from this: the population stability index Σ (a − e)·ln(a
   * / e) over the shares a of the recent and e of these rows, half a row added to each bin (N.
   * Siddiqi, <i>Credit Risk Scorecards</i>, 2006, chapter 9; the symmetric divergence of H.
   * Jeffreys, 1946). By Siddiqi's rule 0.1 is little and 0.25 much. Without any change it is about
   * 6·(1/n + 1/m) for n and m rows (B. Yurdakul, <i>Statistical properties of population stability
   * index</i>, 2018).
   *
   * @return at least 0, finite
   */
  public double drift(ScoreHistogram recent) {
    double drift = 0;
    for (int bin = 0; bin < counts.length; bin++) {
      double expected = share(bin);
      double actual = recent.share(bin);
      drift += (actual - expected) * StrictMath.log(actual / expected);
    }
    return drift;
  }

  private double share(int bin) {
    return (counts[bin] + PRIOR) / (Arrays.stream(counts).sum() + PRIOR * counts.length);
  }

  /** A copy of the counts. */
  @Override
  public int[] counts() {
    return counts.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ScoreHistogram histogram && Arrays.equals(counts, histogram.counts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(counts);
  }
}
