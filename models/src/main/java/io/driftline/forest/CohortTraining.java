package io.driftline.forest;

/**
 * What is kept to train the models of one cohort: the sample of its recent vectors, its champion
 * (the model that judges it now), and how the champion's scores have moved since it was trained. A
 * function of the vectors, the settings and the seed. Not thread-safe.
 */
public final class CohortTraining {

  /** Fewer rows than this show no drift but chance, see {@link ScoreHistogram#drift}. */
  static final int FEWEST_COMPARED = 256;

  /** The trial looks at the latest rows, which are what the model is to judge. */
  static final int TRIAL_ROWS = 1_024;

  private static final long UNKNOWN = Long.MIN_VALUE;

  /** Drift brings training forward by no more than this, so that it does not go on all day. */
  private static final double LEAST_GROWTH = 1.1;

  final VectorSample sample;
  ModelArtifact champion;
  ScoreHistogram reference;
  long comparedAt = Long.MIN_VALUE;
  double drift;

  /** How many rows must have been observed before enough of them may be in the sample. */
  private long compareFrom = UNKNOWN;

  /**
   * @param sample empty
   */
  public CohortTraining(VectorSample sample) {
    this.sample = sample;
  }

  /** The recent vectors. */
  public VectorSample sample() {
    return sample;
  }

  /** The cohort's own model; {@code null} until one has passed its trial. */
  public ModelArtifact champion() {
    return champion;
  }

  /** The drift last measured, see {@link ScoreHistogram#drift}; 0 before, and after training. */
  public double drift() {
    return drift;
  }

  /**
   * Closes the buckets that end at or before {@code end}; measures the drift if there is a champion
   * and {@value #FEWEST_COMPARED} rows have come since it was measured last.
   *
   * @return whether the drift was measured
   */
  public boolean closeUpTo(long end) {
    sample.closeUpTo(end);
    if (champion == null || sample.observed() < compareFrom) {
      return false;
    }
    double[][] rows = sample.rowsFrom(comparedAt);
    if (rows.length < FEWEST_COMPARED) {
      compareFrom = sample.observed() + FEWEST_COMPARED - rows.length;
      return false;
    }
    drift = reference.drift(ScoreHistogram.of(champion, rows));
    comparedAt(end);
    return true;
  }

  /**
   * Whether to train: as {@link VectorSample#isDue} says, or earlier if the scores have drifted.
   *
   * @param maxDrift how much drift is borne, above 0
   */
  public boolean isDue(long end, double growth, long maxAgeMillis, double maxDrift) {
    return sample.isDue(end, growth, maxAgeMillis)
        || (drift > maxDrift && sample.isDue(end, Math.min(growth, LEAST_GROWTH), maxAgeMillis));
  }

  /**
   * Trains a challenger on the sample and puts it to the trial. If it passes it is the champion
   * from now on; either way the next training is due as if it were.
   *
   * @param cohort whose model it is
   * @param end event time now, epoch milliseconds
   * @param seed of every random choice
   * @param fallback what judges the cohort while it has no champion; {@code null} for nothing
   */
  public ModelTrial train(String cohort, long end, long seed, ModelArtifact fallback) {
    double[][] rows = sample.rows();
    ModelArtifact challenger = ModelTrainer.train(cohort, rows, sample.from(), sample.to(), seed);
    ModelArtifact before = champion == null ? fallback : champion;
    ModelTrial trial = ModelTrial.of(challenger, before, sample.latestRows(TRIAL_ROWS), seed);
    if (trial.passed()) {
      champion = challenger;
      reference = ScoreHistogram.of(challenger, rows);
    }
    sample.markTrained(end);
    comparedAt(end);
    drift = 0;
    return trial;
  }

  private void comparedAt(long end) {
    comparedAt = end;
    compareFrom = sample.observed() + FEWEST_COMPARED;
  }
}
