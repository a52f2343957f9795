package io.driftline.job.cli.chart;

import java.util.List;
import java.util.Objects;

/**
 * A line with a name.
 *
 * @param points at least one, in the order in which they are joined
 */
public record Series(String name, List<Point> points) {

  public Series {
    Objects.requireNonNull(name, "name");
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalArgumentException("a line needs at least one point, " + name + " has none");
    }
  }
}
