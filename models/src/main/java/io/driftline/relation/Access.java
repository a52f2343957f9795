package io.driftline.relation;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What an agent did on a system, all together.
 *
 * @param permissions those that it used, in order of their names
 * @param use how often and when
 */
public record Access(SortedSet<String> permissions, Use use) {

  public Access {
    permissions = Collections.unmodifiableSortedSet(new TreeSet<>(permissions));
    Objects.requireNonNull(use, "use");
  }

  /** What an edge tells. */
  static Access of(Edge edge) {
    return new Access(new TreeSet<>(edge.permissions()), Use.of(edge));
  }

  Access and(Access other) {
    TreeSet<String> both = new TreeSet<>(permissions);
    both.addAll(other.permissions);
    return new Access(both, use.and(other.use));
  }
}
