package io.driftline.baseline;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.LongStream;

/**
 * Whole counts by (dimension, context, value), in one flat array: an action adds about twenty,
 * which as objects in a map would cost more than measuring the action does. Not thread-safe.
 */
public final class KeyCounts {

  private static final Dimension[] DIMENSIONS = Dimension.values();
  private static final int INITIAL = 256;

  /** Longs a slot: context, value, and above the count, below the dimension. */
  private static final int WIDTH = 3;

  private static final int SLOT_BITS = 24;
  private static final int GROUP_BITS = 20;
  private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

  private int size;
  private long[] cells = new long[WIDTH * INITIAL];

  /** Told each key with its count. */
  @FunctionalInterface
  public interface Visitor {
    void accept(Dimension dimension, long context, long value, int count);
  }

  /** Number of distinct keys. */
  public int size() {
    return size;
  }

  /**
   * Counts a key.
   *
   * @param count at least 1
   * @return whether the key is new
   */
  public boolean add(Dimension dimension, long context, long value, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("count must be at least 1, was " + count);
    }
    return add(dimension.ordinal(), context, value, count);
  }

  /** Visits all, in an order that depends on how they came in. */
  public void forEach(Visitor visitor) {
    for (int cell = 0; cell < cells.length; cell += WIDTH) {
      if (isTaken(cell)) {
        visit(cell, visitor);
      }
    }
  }

  /**
   * Visits all, in an order that depends on the keys alone: the values of a context in a row, other
   * than for the rare two contexts that share a hash.
   */
  public void forEachInOrder(Visitor visitor) {
    long[] order = order();
    for (long each : order) {
      visit(cellOf(each), visitor);
    }
  }

  private void visit(int cell, Visitor visitor) {
    visitor.accept(DIMENSIONS[dimension(cell)], cells[cell], cells[cell + 1], count(cell));
  }

  private boolean add(int dimension, long context, long value, int count) {
    int cell = cellOf(dimension, context, value);
    boolean isNew = !isTaken(cell);
    if (isNew) {
      cells[cell] = context;
      cells[cell + 1] = value;
      cells[cell + 2] = dimension;
      size++;
    }
    cells[cell + 2] += (long) count << Integer.SIZE;
    if (isNew) {
      growIfHalfFull();
    }
    return isNew;
  }

  /** Contexts and values are fingerprints, so their bits need mixing with each other only. */
  private int cellOf(int dimension, long context, long value) {
    int mask = cells.length / WIDTH - 1;
    int slot = (int) (31 * (31 * context + value) + dimension) & mask;
    while (isTaken(WIDTH * slot) && !holds(WIDTH * slot, dimension, context, value)) {
      slot = slot + 1 & mask;
    }
    return WIDTH * slot;
  }

  private boolean holds(int cell, int dimension, long context, long value) {
    return cells[cell] == context && cells[cell + 1] == value && dimension(cell) == dimension;
  }

  private boolean isTaken(int cell) {
    return cells[cell + 2] != 0;
  }

  private int dimension(int cell) {
    return (int) cells[cell + 2];
  }

  private int count(int cell) {
    return (int) (cells[cell + 2] >>> Integer.SIZE);
  }

  private void growIfHalfFull() {
    if (2 * WIDTH * size > cells.length) {
      long[] old = cells;
      cells = new long[2 * old.length];
      for (int cell = 0; cell < old.length; cell += WIDTH) {
        if (old[cell + 2] != 0) {
          int to = cellOf((int) old[cell + 2], old[cell], old[cell + 1]);
          System.arraycopy(old, cell, cells, to, WIDTH);
        }
      }
    }
  }

  /**
   * The slots by hash of dimension and context, then by value, both cut to {@value #GROUP_BITS}
   * bits, so that a sort of plain longs does nearly all; what ties is settled by comparison.
   */
  private long[] order() {
    long[] order = slots().map(slot -> prefix(WIDTH * slot) | slot).toArray();
    Arrays.sort(order);
    for (int start = 0; start < order.length; ) {
      int end = start + 1;
      while (end < order.length && order[end] >>> SLOT_BITS == order[start] >>> SLOT_BITS) {
        end++;
      }
      if (end - start > 1) {
        settle(order, start, end);
      }
      start = end;
    }
    return order;
  }

  private LongStream slots() {
    return LongStream.range(0, cells.length / WIDTH).filter(slot -> isTaken((int) slot * WIDTH));
  }

  private long prefix(long cell) {
    int at = (int) cell;
    long group = (cells[at] * 31 + dimension(at) + 1) * SPREAD >>> Long.SIZE - GROUP_BITS;
    long value = cells[at + 1] >>> Long.SIZE - GROUP_BITS;
    return (group << GROUP_BITS | value) << SLOT_BITS;
  }

  private void settle(long[] order, int start, int end) {
    long[] settled =
        LongStream.of(order)
            .skip(start)
            .limit(end - start)
            .boxed()
            .sorted(
                Comparator.<Long>comparingInt(each -> dimension(cellOf(each)))
                    .thenComparingLong(each -> cells[cellOf(each)])
                    .thenComparingLong(each -> cells[cellOf(each) + 1]))
            .mapToLong(Long::longValue)
            .toArray();
    System.arraycopy(settled, 0, order, start, settled.length);
  }

  private static int cellOf(long ordered) {
    return WIDTH * (int) (ordered & (1L << SLOT_BITS) - 1);
  }
}
