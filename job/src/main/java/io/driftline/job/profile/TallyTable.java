package io.driftline.job.profile;

import io.driftline.baseline.Dimension;

/**
 * Counts by (dimension, context, value), in flat arrays: an action adds about twenty, which as
 * objects in a map would cost more than measuring the action does.
 */
final class TallyTable {

  private static final int INITIAL = 256;

  private int size;
  private byte[] dimensions = new byte[INITIAL];
  private long[] contexts = new long[INITIAL];
  private long[] values = new long[INITIAL];

  /** 0 marks a free slot. */
  private int[] counts = new int[INITIAL];

  int size() {
    return size;
  }

  /** Adds {@code count}, at least 1; returns whether the key is new. */
  boolean add(Dimension dimension, long context, long value, int count) {
    return add((byte) dimension.ordinal(), context, value, count);
  }

  private boolean add(byte dimension, long context, long value, int count) {
    int slot = slotOf(dimension, context, value);
    boolean isNew = counts[slot] == 0;
    counts[slot] += count;
    if (isNew) {
      dimensions[slot] = dimension;
      contexts[slot] = context;
      values[slot] = value;
      size++;
      growIfHalfFull();
    }
    return isNew;
  }

  /** What was counted, to be sent. */
  CohortDelta toDelta(String cohort, long bucketStart) {
    byte[] d = new byte[size];
    long[] c = new long[size];
    long[] v = new long[size];
    int[] n = new int[size];
    int at = 0;
    for (int slot = 0; slot < counts.length; slot++) {
      if (counts[slot] > 0) {
        d[at] = dimensions[slot];
        c[at] = contexts[slot];
        v[at] = values[slot];
        n[at++] = counts[slot];
      }
    }
    return new CohortDelta(cohort, bucketStart, d, c, v, n);
  }

  /** Contexts and values are fingerprints, so their bits need mixing with each other only. */
  private int slotOf(byte dimension, long context, long value) {
    int mask = counts.length - 1;
    int slot = (int) (31 * (31 * context + value) + dimension) & mask;
    while (counts[slot] > 0
        && (values[slot] != value || contexts[slot] != context || dimensions[slot] != dimension)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void growIfHalfFull() {
    if (2 * size > counts.length) {
      CohortDelta kept = toDelta("", 0);
      int capacity = 2 * counts.length;
      dimensions = new byte[capacity];
      contexts = new long[capacity];
      values = new long[capacity];
      counts = new int[capacity];
      size = 0;
      for (int i = 0; i < kept.size(); i++) {
        add(kept.dimensions()[i], kept.contexts()[i], kept.values()[i], kept.counts()[i]);
      }
    }
  }
}
