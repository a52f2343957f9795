package io.driftline.baseline;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Values by fingerprint, at most so many; the one unused for longest goes first.
 *
 * <p>Open addressing with linear probing in flat arrays: keys are hashes already, so their low bits
 * choose the slot, and a look-up touches one line of memory rather than a chain of nodes. When it
 * is full, every further key costs a pass over the slots to find what to drop. Not thread-safe.
 *
 * @param <V> value, never {@code null}
 */
public final class LruMap<V> {

  private static final int INITIAL = 2;

  private final int most;
  private int size;
  private long clock;

  /** Two longs a slot, side by side in memory: the key, and when it was last used, in ticks. */
  private long[] cells = new long[2 * INITIAL];

  private Object[] values = new Object[INITIAL];

  /** All keys in order, kept from one visit to the next; {@code null} since keys came or went. */
  private long[] sortedKeys;

  /**
   * @param most how many keys are kept, at least 1
   */
  public LruMap(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("a map must hold at least one key, got " + most);
    }
    this.most = most;
  }

  /** Told each key with its value. */
  @FunctionalInterface
  public interface Visitor<V> {
    void accept(long key, V value);
  }

  /** How many keys there are. */
  public int size() {
    return size;
  }

  /** The value of a key, which counts as use; {@code null} if there is none. */
  public V get(long key) {
    int slot = slotOf(key);
    if (values[slot] == null) {
      return null;
    }
    touch(slot);
    return value(slot);
  }

  /** Sets the value of a key, which counts as use; drops what was unused for longest if need be. */
  public void put(long key, V value) {
    int slot = slotOf(key);
    if (values[slot] == null) {
      makeRoom();
      slot = slotOf(key);
      cells[2 * slot] = key;
      size++;
      sortedKeys = null;
    }
    if (values[slot] != value) {
      // Writing a reference costs the garbage collector something even where it changes nothing.
      values[slot] = value;
    }
    touch(slot);
  }

  /** Forgets a key, if it is there. */
  public void remove(long key) {
    int slot = slotOf(key);
    if (values[slot] != null) {
      free(slot);
    }
  }

  /** Visits all, the one unused for longest first; visiting is no use. */
  public void forEach(Visitor<? super V> visitor) {
    for (int slot : byAge()) {
      visitor.accept(cells[2 * slot], value(slot));
    }
  }

  /** Visits all in order of key; visiting is no use. */
  public void forEachByKey(Visitor<? super V> visitor) {
    if (sortedKeys == null) {
      sortedKeys = sortKeys();
    }
    for (long key : sortedKeys) {
      visitor.accept(key, value(slotOf(key)));
    }
  }

  private long[] sortKeys() {
    long[] keys = new long[size];
    int count = 0;
    for (int slot = 0; slot < values.length; slot++) {
      if (values[slot] != null) {
        keys[count++] = cells[2 * slot];
      }
    }
    Arrays.sort(keys);
    return keys;
  }

  /** Adds up what a function gives for each value; that is no use. */
  public int sum(ToIntFunction<? super V> function) {
    int sum = 0;
    for (int slot = 0; slot < values.length; slot++) {
      if (values[slot] != null) {
        sum += function.applyAsInt(value(slot));
      }
    }
    return sum;
  }

  /** Keeps the values that pass. */
  public void retainIf(Predicate<? super V> kept) {
    LruMap<V> rest = new LruMap<>(most);
    forEach(
        (key, value) -> {
          if (kept.test(value)) {
            rest.put(key, value);
          }
        });
    take(rest);
  }

  private void take(LruMap<V> other) {
    size = other.size;
    clock = other.clock;
    cells = other.cells;
    values = other.values;
    sortedKeys = null;
  }

  /** At most half of the slots are taken, so that probing ends soon. */
  private void makeRoom() {
    if (size == most) {
      free(oldest());
    } else if (2 * (size + 1) > values.length) {
      rehash(2 * values.length);
    }
  }

  /** The slot of a key, or the free one where it would go. */
  private int slotOf(long key) {
    int mask = values.length - 1;
    int slot = (int) key & mask;
    while (cells[2 * slot] != key && values[slot] != null) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  @SuppressWarnings("unchecked")
  private V value(int slot) {
    return (V) values[slot];
  }

  private void touch(int slot) {
    cells[2 * slot + 1] = ++clock;
  }

  private int oldest() {
    int oldest = -1;
    for (int slot = 0; slot < values.length; slot++) {
      if (values[slot] != null && (oldest < 0 || usedAt(slot) < usedAt(oldest))) {
        oldest = slot;
      }
    }
    return oldest;
  }

  private long usedAt(int slot) {
    return cells[2 * slot + 1];
  }

  private int[] byAge() {
    return IntStream.range(0, values.length)
        .filter(slot -> values[slot] != null)
        .boxed()
        .sorted(Comparator.comparingLong(this::usedAt))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Frees a slot and moves up what was pushed behind it (D. Knuth, TAOCP 3, 6.4, algorithm R). */
  private void free(int slot) {
    int mask = values.length - 1;
    int free = slot;
    for (int next = slot + 1 & mask; values[next] != null; next = next + 1 & mask) {
      int home = (int) cells[2 * next] & mask;
      if ((next - home & mask) >= (next - free & mask)) {
        move(next, free);
        free = next;
      }
    }
    values[free] = null;
    size--;
    sortedKeys = null;
  }

  private void move(int from, int to) {
    cells[2 * to] = cells[2 * from];
    cells[2 * to + 1] = cells[2 * from + 1];
    values[to] = values[from];
  }

  private void rehash(int capacity) {
    long[] oldCells = cells;
    Object[] oldValues = values;
    cells = new long[2 * capacity];
    values = new Object[capacity];
    for (int i = 0; i < oldValues.length; i++) {
      if (oldValues[i] != null) {
        int slot = slotOf(oldCells[2 * i]);
        cells[2 * slot] = oldCells[2 * i];
        cells[2 * slot + 1] = oldCells[2 * i + 1];
        values[slot] = oldValues[i];
      }
    }
  }
}
