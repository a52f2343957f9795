package io.driftline.feature;

import java.io.Serializable;
import java.util.Set;

/**
 * Features held at 0 bits, as if nothing they look at were ever surprising: to measure what they
 * add. Immutable.
 */
public final class Ablation implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Leaves every vector as it is. */
  public static final Ablation NONE = new Ablation(Set.of());

  private final int[] columns;

  private Ablation(Set<Feature> leftOut) {
    columns = leftOut.stream().mapToInt(Feature::ordinal).sorted().toArray();
  }

  /** Leaves these features out. */
  public static Ablation of(Set<Feature> leftOut) {
    return leftOut.isEmpty() ? NONE : new Ablation(leftOut);
  }

  /**
   * Holds the features at 0, and takes what they added to the sums of the session out of them. The
   * sums and the risk that later actions find must be noted from this vector.
   *
   * @param vector bits by {@link Feature} ordinal; changed
   * @return the same array
   */
  public double[] apply(double[] vector) {
    return columns.length == 0 ? vector : heldOut(vector);
  }

  private double[] heldOut(double[] vector) {
    double[] before = SessionSum.allBefore(vector);
    clear(vector);
    SessionSum.setAll(before, vector);
    // Again, since a sum may be left out itself.
    clear(vector);
    return vector;
  }

  private void clear(double[] vector) {
    for (int column : columns) {
      vector[column] = 0;
    }
  }
}
