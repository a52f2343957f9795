package io.driftline.baseline;

import java.util.Arrays;

/**
 * Makes the table of one dimension for one snapshot after another. Between two snapshots most
 * contexts do not change, so their order and sums are taken from the table before; only the decay
 * is new. The result does not depend on whether they were. Not thread-safe.
 */
final class TableMaker {

  private CohortBaseline.Table last = CohortBaseline.Table.EMPTY;

  /** Σ of the weights that are at most as heavy as each value of {@link #last}, not decayed. */
  private double[] lastLighter = new double[0];

  /** What {@code counts} hold now, decayed by {@code scale}. */
  CohortBaseline.Table make(ConditionalCounts counts, double scale) {
    LruMap<DecayedCounts> contexts = counts.contexts();
    int values = contexts.sum(DecayedCounts::distinct);
    Filling filling = new Filling(contexts.size(), values, scale);
    contexts.forEachByKey(filling::add);
    last = filling.table;
    lastLighter = filling.lighter;
    return last;
  }

  /** A table that is being filled, context by context in order of key. */
  private final class Filling {
    private final CohortBaseline.Table table;
    private final double[] lighter;
    private final double scale;
    private int at;

    /** Where the table before has the first context that does not come before this one. */
    private int before;

    private Filling(int contexts, int values, double scale) {
      this.table = CohortBaseline.Table.ofSize(contexts, values);
      this.lighter = new double[values];
      this.scale = scale;
    }

    private void add(long context, DecayedCounts counts) {
      int start = table.starts()[at];
      int size = counts.distinct();
      if (isAsBefore(context, counts)) {
        int from = last.starts()[before];
        System.arraycopy(last.values(), from, table.values(), start, size);
        System.arraycopy(lastLighter, from, lighter, start, size);
      } else {
        rank(counts, start);
      }
      double total = counts.total(scale);
      for (int i = start; i < start + size; i++) {
        table.tails()[i] = (float) TailMasses.of(size, lighter[i], scale, total);
      }
      table.contexts()[at] = context;
      table.totals()[at] = (float) total;
      table.starts()[++at] = start + size;
    }

    private boolean isAsBefore(long context, DecayedCounts counts) {
      while (before < last.contexts().length && last.contexts()[before] < context) {
        before++;
      }
      return counts.isUnchangedSinceTotal()
          && before < last.contexts().length
          && last.contexts()[before] == context;
    }

    private void rank(DecayedCounts counts, int start) {
      int end = start + counts.distinct();
      for (int slot = 0; slot < counts.distinct(); slot++) {
        table.values()[start + slot] = counts.key(slot);
      }
      Arrays.sort(table.values(), start, end);
      double[] sums = TailMasses.lighter(counts);
      for (int slot = 0; slot < sums.length; slot++) {
        int place = Arrays.binarySearch(table.values(), start, end, counts.key(slot));
        lighter[place] = sums[slot];
      }
    }
  }
}
