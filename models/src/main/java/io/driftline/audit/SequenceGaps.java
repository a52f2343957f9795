package io.driftline.audit;

import java.util.Map;
import java.util.TreeMap;

/** Numbers that were left out and may still come, as ranges. */
final class SequenceGaps {

  private final TreeMap<Long, Long> lastByFirst = new TreeMap<>();

  /** Notes that {@code first} to {@code last} were left out. */
  void add(long first, long last) {
    lastByFirst.put(first, last);
  }

  /** Takes a number out; {@code false} if it was not left out. */
  boolean fill(long number) {
    Map.Entry<Long, Long> gap = lastByFirst.floorEntry(number);
    if (gap == null || gap.getValue() < number) {
      return false;
    }
    lastByFirst.remove(gap.getKey());
    if (gap.getKey() < number) {
      lastByFirst.put(gap.getKey(), number - 1);
    }
    if (number < gap.getValue()) {
      lastByFirst.put(number + 1, gap.getValue());
    }
    return true;
  }
}
