package io.driftline.baseline;

/**
 * Decayed mean and variance by West's weighted form of Welford's recurrence (D. H. D. West,
 * "Updating mean and variance estimates", CACM 22(9), 1979), with forward-decay weights.
 */
public final class DecayedMoments {

  private double weight;
  private double mean;
  private double squares;

  /** An accumulator that has seen nothing. */
  public DecayedMoments() {}

  DecayedMoments(double weight, double mean, double squares) {
    this.weight = weight;
    this.mean = mean;
    this.squares = squares;
  }

  /** Adds one finite observation with weight {@code growth} &gt; 0. */
  public void add(double x, double growth) {
    if (!Double.isFinite(x)) {
      throw new IllegalArgumentException("an observation must be finite, was " + x);
    }
    if (!(growth > 0 && growth < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a weight must be positive and finite, was " + growth);
    }
    weight += growth;
    double delta = x - mean;
    mean += delta * growth / weight;
    squares += growth * delta * (x - mean);
  }

  /** The decayed number of observations. */
  public double count(double scale) {
    return weight * scale;
  }

  /** The decayed mean; 0 when nothing was seen. */
  public double mean() {
    return mean;
  }

  /** The decayed population standard deviation; 0 when nothing was seen. */
  public double deviation() {
    return weight > 0 ? Math.sqrt(Math.max(0, squares / weight)) : 0;
  }

  void rescale(double factor) {
    weight /= factor;
    squares /= factor;
  }

  double weight() {
    return weight;
  }

  double squares() {
    return squares;
  }
}
