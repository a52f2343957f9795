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
  private final boolean keepsLoad;

  private Ablation(Set<Feature> leftOut) {
    columns = leftOut.stream().mapToInt(Feature::ordinal).sorted().toArray();
    keepsLoad = !leftOut.contains(Feature.SESSION_LOAD);
  }

  /** Leaves these features out. */
  public static Ablation of(Set<Feature> leftOut) {
    return leftOut.isEmpty() ? NONE : new Ablation(leftOut);
  }

  /**
   * Holds the features at 0, and takes what they added to the load of the session out of it. The
   * load and the risk that later actions find must be noted from this vector.
   *
   * @param vector bits by {@link Feature} ordinal; changed
   * @return the same array
   */
  public double[] apply(double[] vector) {
    return columns.length == 0 ? vector : heldOut(vector);
  }

  private double[] heldOut(double[] vector) {
    double load = SessionLoad.before(vector);
    for (int column : columns) {
      vector[column] = 0;
    }
    if (keepsLoad) {
      vector[Feature.SESSION_LOAD.ordinal()] = SessionLoad.after(load, vector);
    }
    return vector;
  }
}
