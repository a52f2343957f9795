package io.driftline.forest;

import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The rows with the smallest hashes among those added: a bottom-k sample (E. Cohen, H. Kaplan,
 * <i>Summarizing data using bottom-k sketches</i>, PODC 2007). With hashes that are independent of
 * the rows it is a uniform sample, and it does not depend on the order of adding.
 */
final class SmallestHashes {

  private final int most;
  private final TreeMap<Long, SampleRow> rows = new TreeMap<>();

  /** No row is earlier; mostly there is nothing to drop, which should not take a pass to see. */
  private long earliest = Long.MAX_VALUE;

  SmallestHashes(int most) {
    this.most = most;
  }

  /** Adds a row unless it is there already or its hash is too large. */
  void add(long hash, SampleRow row) {
    if (rows.size() == most && hash > rows.lastKey()) {
      return;
    }
    rows.putIfAbsent(hash, row);
    earliest = Math.min(earliest, row.time());
    if (rows.size() > most) {
      rows.pollLastEntry();
    }
  }

  /** Forgets what happened before {@code time}. */
  void dropBefore(long time) {
    if (earliest < time) {
      rows.values().removeIf(row -> row.time() < time);
      earliest = time;
    }
  }

  /** The rows by hash, ascending; a view. */
  NavigableMap<Long, SampleRow> rows() {
    return rows;
  }
}
