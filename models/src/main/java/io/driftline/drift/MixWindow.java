package io.driftline.drift;

import java.util.Arrays;
import java.util.List;

/**
 * What happened on each day of a span, value by value.
 *
 * @param from first day, counted from the epoch
 * @param values those that were used, in order of fingerprints
 * @param counts per day, per value; one column more than values, for all others together
 */
record MixWindow(long from, List<ValueHistory> values, int[][] counts) {

  static MixWindow of(long from, long to, List<ValueHistory> values, DayCounts totals) {
    int[][] counts = new int[(int) (to - from + 1)][];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = countsOn(from + i, values, totals);
    }
    return new MixWindow(from, values, counts);
  }

  private static int[] countsOn(long day, List<ValueHistory> values, DayCounts totals) {
    int[] row = new int[values.size() + 1];
    int others = totals.on(day);
    for (int i = 0; i < values.size(); i++) {
      row[i] = values.get(i).on(day);
      others -= row[i];
    }
    row[values.size()] = Math.max(0, others);
    return row;
  }

  long to() {
    return from + counts.length - 1;
  }

  /** The counts from one day of the span to another, both included, per value. */
  int[] sum(long first, long last) {
    int[] sum = new int[values.size() + 1];
    for (long day = first; day <= last; day++) {
      add(counts[(int) (day - from)], sum);
    }
    return sum;
  }

  /** On how many days anything happened. */
  int activeDays(long first, long last) {
    return (int)
        Arrays.stream(counts, (int) (first - from), (int) (last - from) + 1)
            .filter(row -> JensenShannon.total(row) > 0)
            .count();
  }

  static void add(int[] row, int[] sum) {
    for (int i = 0; i < row.length; i++) {
      sum[i] += row[i];
    }
  }
}
