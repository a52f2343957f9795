package io.driftline.relation;

import java.io.Serializable;

/**
 * How much is kept of an agent's relationships.
 *
 * @param edges most edges of an agent, at least 1
 * @param permissions most permissions of an edge, at least 1
 */
public record RelationLimits(int edges, int permissions) implements Serializable {

  public RelationLimits {
    if (edges < 1 || permissions < 1) {
      throw new IllegalArgumentException(
          "edges and permissions must be at least 1, were %d and %d".formatted(edges, permissions));
    }
  }

  /** What the job keeps. */
  public static RelationLimits defaults() {
    return new RelationLimits(512, 64);
  }

  /** Everything, for files that are read as a whole. */
  public static RelationLimits none() {
    return new RelationLimits(Integer.MAX_VALUE, Integer.MAX_VALUE);
  }
}
