package io.driftline.job.cli.chart;

import java.util.Objects;

/**
 * A point of a line.
 *
 * @param x finite, at least 0
 * @param y finite, at least 0
 * @param label what the point was measured at, for example {@code 0.7}
 */
public record Point(double x, double y, String label) {

  public Point {
    Objects.requireNonNull(label, "label");
    if (!(x >= 0 && y >= 0 && Double.isFinite(x + y))) {
      throw new IllegalArgumentException(
          "x and y must be finite and at least 0, were " + x + " and " + y);
    }
  }
}
