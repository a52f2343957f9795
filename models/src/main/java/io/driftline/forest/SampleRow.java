package io.driftline.forest;

import io.driftline.feature.Feature;

/**
 * A row of a {@link VectorSample}. Single precision halves the state; bits need no more.
 *
 * @param time event time, epoch milliseconds
 * @param bits finite, by {@link Feature} ordinal
 */
record SampleRow(long time, float[] bits) {

  static final int WIDTH = Feature.values().length;

  SampleRow {
    if (bits.length != WIDTH) {
      throw new IllegalArgumentException(
          "A vector has %d features, this one %d".formatted(WIDTH, bits.length));
    }
    for (int f = 0; f < WIDTH; f++) {
      if (!Float.isFinite(bits[f])) {
        throw new IllegalArgumentException(
            "Feature %d must be finite in single precision, was %s".formatted(f, bits[f]));
      }
    }
  }

  /** The row rounded to the nearest single-precision values, ties to even (IEEE 754). */
  static SampleRow of(long time, double[] vector) {
    float[] bits = new float[vector.length];
    for (int f = 0; f < bits.length; f++) {
      bits[f] = (float) vector[f];
    }
    return new SampleRow(time, bits);
  }

  /** The row in double precision; exact. */
  double[] vector() {
    double[] vector = new double[bits.length];
    for (int f = 0; f < vector.length; f++) {
      vector[f] = bits[f];
    }
    return vector;
  }
}
