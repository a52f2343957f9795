package io.driftline.forest;

import java.util.Comparator;
import java.util.NavigableMap;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * The rows with the smallest hashes among those added: a bottom-k sample (E. Cohen, H. Kaplan,
 * <i>Summarizing data using bottom-k sketches</i>, PODC 2007). With hashes that are independent of
 * the rows it is a uniform sample, and it does not depend on the order of adding.
 */
final class SmallestHashes {

  private static final int MOST_AGES_PER_ROW = 4;

  private final int most;
  private final TreeMap<Long, SampleRow> rows = new TreeMap<>();

  /** When to look at which row, the earliest first; may name some that are gone. */
  private final PriorityQueue<Age> ages = new PriorityQueue<>(Comparator.comparingLong(Age::time));

  private record Age(long time, long hash) {}

  SmallestHashes(int most) {
    this.most = most;
  }

  /** Adds a row unless it is there already or its hash is too large. */
  void add(long hash, SampleRow row) {
    if (rows.size() == most && hash > rows.lastKey()) {
      return;
    }
    if (rows.putIfAbsent(hash, row) == null) {
      ages.add(new Age(row.time(), hash));
    }
    if (rows.size() > most) {
      rows.pollLastEntry();
      forgetTheGone();
    }
  }

  /** Forgets what happened before {@code time}. */
  void dropBefore(long time) {
    while (!ages.isEmpty() && ages.peek().time() < time) {
      long hash = ages.poll().hash();
      SampleRow row = rows.get(hash);
      if (row != null && row.time() < time) {
        rows.remove(hash);
      }
    }
  }

  private void forgetTheGone() {
    if (ages.size() > MOST_AGES_PER_ROW * most) {
      ages.clear();
      rows.forEach((hash, row) -> ages.add(new Age(row.time(), hash)));
    }
  }

  /** The rows by hash, ascending; a view. */
  NavigableMap<Long, SampleRow> rows() {
    return rows;
  }
}
