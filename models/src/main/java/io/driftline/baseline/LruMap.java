package io.driftline.baseline;

import java.util.Arrays;
import java.util.function.Predicate;

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
  private int clock;
  private long[] keys = new long[INITIAL];
  private Object[] values = new Object[INITIAL];

  /** When each slot was last used, in ticks of {@link #clock}. */
  private int[] used = new int[INITIAL];

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
    used[slot] = tick();
    return value(slot);
  }

  /** Sets the value of a key, which counts as use; drops what was unused for longest if need be. */
  public void put(long key, V value) {
    int slot = slotOf(key);
    if (values[slot] == null) {
      makeRoom();
      slot = slotOf(key);
      keys[slot] = key;
      size++;
    }
    values[slot] = value;
    used[slot] = tick();
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
      visitor.accept(keys[slot], value(slot));
    }
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
    keys = other.keys;
    values = other.values;
    used = other.used;
  }

  /** At most half of the slots are taken, so that probing ends soon. */
  private void makeRoom() {
    if (size == most) {
      free(oldest());
    } else if (2 * (size + 1) > keys.length) {
      rehash(2 * keys.length);
    }
  }

  /** The slot of a key, or the free one where it would go. */
  private int slotOf(long key) {
    int mask = keys.length - 1;
    int slot = (int) key & mask;
    while (values[slot] != null && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  @SuppressWarnings("unchecked")
  private V value(int slot) {
    return (V) values[slot];
  }

  private int tick() {
    if (clock == Integer.MAX_VALUE) {
      int[] slots = byAge();
      for (int age = 0; age < slots.length; age++) {
        used[slots[age]] = age;
      }
      clock = slots.length;
    }
    return clock++;
  }

  private int oldest() {
    int oldest = -1;
    for (int slot = 0; slot < keys.length; slot++) {
      if (values[slot] != null && (oldest < 0 || used[slot] < used[oldest])) {
        oldest = slot;
      }
    }
    return oldest;
  }

  private int[] byAge() {
    long[] ages = new long[size];
    int found = 0;
    for (int slot = 0; slot < keys.length; slot++) {
      if (values[slot] != null) {
        ages[found++] = (long) used[slot] << 32 | slot;
      }
    }
    Arrays.sort(ages);
    return Arrays.stream(ages).mapToInt(age -> (int) age).toArray();
  }

  /** Frees a slot and moves up what was pushed behind it (D. Knuth, TAOCP 3, 6.4, algorithm R). */
  private void free(int slot) {
    int mask = keys.length - 1;
    int free = slot;
    for (int next = slot + 1 & mask; values[next] != null; next = next + 1 & mask) {
      int home = (int) keys[next] & mask;
      if ((next - home & mask) >= (next - free & mask)) {
        move(next, free);
        free = next;
      }
    }
    values[free] = null;
    size--;
  }

  private void move(int from, int to) {
    keys[to] = keys[from];
    values[to] = values[from];
    used[to] = used[from];
  }

  private void rehash(int capacity) {
    long[] oldKeys = keys;
    Object[] oldValues = values;
    int[] oldUsed = used;
    keys = new long[capacity];
    values = new Object[capacity];
    used = new int[capacity];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != null) {
        int slot = slotOf(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
        used[slot] = oldUsed[i];
      }
    }
  }
}
