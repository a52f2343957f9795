package io.driftline.baseline;

import java.util.Arrays;

/**
 * Remembers the fingerprints of an agent's latest event ids, so that an event delivered twice
 * counts once. Holds at most {@code cap} ids, the latest; grows with use.
 */
public final class RecentIds {

  private static final int INITIAL = 8;

  private final int cap;
  private long[] ring = new long[INITIAL];
  private int size;
  private int next;
  private long[] table = new long[2 * INITIAL];

  /**
   * @param cap most ids remembered; a power of two, at least 8
   */
  public RecentIds(int cap) {
    requireCap(cap);
    this.cap = cap;
  }

  static void requireCap(int cap) {
    if (cap < INITIAL || Integer.bitCount(cap) != 1) {
      throw new IllegalArgumentException(
          "the number of event ids remembered must be a power of two from 8 up, was " + cap);
    }
  }

  /** Whether {@code id} is new; remembers it if so. */
  public boolean add(long id) {
    long key = id == 0 ? Hash64.ABSENT : id;
    if (find(key) >= 0) {
      return false;
    }
    if (size == ring.length) {
      makeRoom();
    }
    ring[next] = key;
    next = (next + 1) & (ring.length - 1);
    size++;
    insert(key);
    return true;
  }

  /** The ids remembered, oldest first. */
  long[] oldestFirst() {
    long[] ids = new long[size];
    for (int i = 0; i < size; i++) {
      ids[i] = ring[(next - size + i) & (ring.length - 1)];
    }
    return ids;
  }

  private void makeRoom() {
    if (ring.length < cap) {
      grow();
    } else {
      remove(ring[(next - size) & (ring.length - 1)]);
      size--;
    }
  }

  private void grow() {
    long[] ids = oldestFirst();
    ring = Arrays.copyOf(ids, ids.length * 2);
    next = ids.length;
    table = new long[ring.length * 2];
    for (long id : ids) {
      insert(id);
    }
  }

  /**
   * The slot of the key, or −1 − the free slot where it belongs. Fingerprints are their own hash.
   */
  private int find(long key) {
    int mask = table.length - 1;
    int slot = (int) key & mask;
    while (table[slot] != 0) {
      if (table[slot] == key) {
        return slot;
      }
      slot = (slot + 1) & mask;
    }
    return -1 - slot;
  }

  private void insert(long key) {
    table[-1 - find(key)] = key;
  }

  /** Removal by shifting back (Knuth, TAOCP vol. 3, 6.4 algorithm R): no tombstones pile up. */
  private void remove(long key) {
    int mask = table.length - 1;
    int hole = find(key);
    int slot = hole;
    table[hole] = 0;
    while (table[slot = (slot + 1) & mask] != 0) {
      int home = (int) table[slot] & mask;
      boolean stays = hole <= slot ? hole < home && home <= slot : hole < home || home <= slot;
      if (!stays) {
        table[hole] = table[slot];
        table[slot] = 0;
        hole = slot;
      }
    }
  }
}
