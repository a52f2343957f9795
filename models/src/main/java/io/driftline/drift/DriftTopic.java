package io.driftline.drift;

import java.util.Comparator;

/** What a drift is about: one topic is open once at most. */
record DriftTopic(DriftKind kind, DriftDimension dimension) implements Comparable<DriftTopic> {

  private static final Comparator<DriftTopic> ORDER =
      Comparator.comparing(DriftTopic::kind).thenComparing(DriftTopic::dimension);

  @Override
  public int compareTo(DriftTopic other) {
    return ORDER.compare(this, other);
  }
}
