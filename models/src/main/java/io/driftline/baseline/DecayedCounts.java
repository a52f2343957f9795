package io.driftline.baseline;

import java.util.Arrays;

/**
 * Decayed counts of the values of one dimension in one context, bounded by a cap.
 *
 * <p>Weights use forward decay (Cormode, Shkapenyuk, Srivastava and Xu, "Forward decay", ICDE
 * 2009): an observation at time t adds g(t) = 2^((t − landmark) / half-life), and the decayed count
 * at time now is weight / g(now). Old counts thus need no touching, and observations may come out
 * of order. The {@code scale} that the queries take is 1 / g(now).
 *
 * <p>When the cap is reached the lightest value goes. Values are few and scanned in a row, and what
 * a scan reads lies side by side: agents are many, so a scan waits for memory, not for arithmetic.
 */
public final class DecayedCounts {

  private static final int INITIAL = 2;
  private static final int[] NO_TIMES = new int[0];
  private static final String[] NO_LABELS = new String[0];
  private static final double UNKNOWN = -1;

  private final int cap;
  private int size;

  /** Two longs a slot: the key; above the weight's bits, below the minute of the last sight. */
  private long[] cells = new long[2 * INITIAL];

  private int[] firstSeen;
  private String[] labels;

  /** Σ of the weights in slot order, or {@link #UNKNOWN} since the last change. */
  private double sum = UNKNOWN;

  /**
   * @param cap most values kept, at least 1
   * @param timed whether to keep first and last sight of each value
   * @param labelled whether to keep the values in clear
   */
  public DecayedCounts(int cap, boolean timed, boolean labelled) {
    if (cap < 1) {
      throw new IllegalArgumentException("cap must be at least 1, was " + cap);
    }
    this.cap = cap;
    this.firstSeen = timed ? new int[INITIAL] : NO_TIMES;
    this.labels = labelled ? new String[INITIAL] : NO_LABELS;
  }

  /**
   * Counts one observation.
   *
   * @param key fingerprint of the value
   * @param label the value in clear; ignored unless labelled
   * @param growth g(t), at least 0
   * @param minute time of the observation in minutes since the epoch; ignored unless timed
   */
  public void add(long key, String label, double growth, int minute) {
    int slot = slotOf(key);
    if (slot < 0) {
      insert(key, label, (float) growth, minute, minute);
      return;
    }
    sum = UNKNOWN;
    int last = lastSeen(slot);
    if (timed() && minute < last) {
      firstSeen[slot] = Math.min(firstSeen[slot], minute);
    }
    set(slot, weight(slot) + (float) growth, Math.max(last, minute));
  }

  /** Puts back a stored value; under a cap that has shrunk since, only the heaviest come back. */
  void restore(long key, String label, float weight, int first, int last) {
    if (size < cap || weight > weight(lightest())) {
      insert(key, label, weight, first, last);
    }
  }

  private void insert(long key, String label, float weight, int first, int last) {
    sum = UNKNOWN;
    int slot = freeSlot();
    cells[2 * slot] = key;
    set(slot, weight, last);
    if (timed()) {
      firstSeen[slot] = first;
    }
    if (labelled()) {
      labels[slot] = label;
    }
  }

  /**
   * The share of probability on values at least as rare as this one (Laplace-like estimate, in
   * which every known value lends one count to the unknown): t = (T + Σ{c_j ≤ c_k}) / (n + T) for a
   * known value, T / (n + T) for a new one, 1 when nothing is known.
   *
   * @return a share in (0, 1]
   */
  public double tailMass(long key, double scale) {
    if (size == 0) {
      return 1;
    }
    int slot = slotOf(key);
    double lighter = slot < 0 ? 0 : sumUpTo(weight(slot));
    return (size + lighter * scale) / (sum() * scale + size);
  }

  /** Σ of the decayed counts. */
  public double total(double scale) {
    return sum() * scale;
  }

  /** Whether nothing was counted or forgotten since {@link #total} was asked for last. */
  boolean isUnchangedSinceTotal() {
    return sum != UNKNOWN;
  }

  /** Number of distinct values kept. */
  public int distinct() {
    return size;
  }

  /** The value's slot, or -1 if it is not known; valid until the next change. */
  public int slotOf(long key) {
    for (int i = 0; i < size; i++) {
      if (cells[2 * i] == key) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The slot of the heaviest value that comes after {@code above} in order of weight; -1 if none.
   */
  public int heaviestAfter(int above) {
    int best = -1;
    for (int i = 0; i < size; i++) {
      if (comesAfter(i, above) && (best < 0 || weight(i) > weight(best))) {
        best = i;
      }
    }
    return best;
  }

  /** Slots of equal weight come in order of slot. */
  private boolean comesAfter(int slot, int above) {
    return above < 0
        || weight(slot) < weight(above)
        || (weight(slot) == weight(above) && slot > above);
  }

  /**
   * Divides every weight by {@code factor}, as moving the landmark does, and drops what is spent.
   */
  void rescale(double factor, double floor) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      float weight = (float) (weight(i) / factor);
      if (weight >= floor) {
        move(i, kept);
        set(kept, weight, lastSeen(kept));
        kept++;
      }
    }
    keepFirst(kept);
  }

  /** Drops values last seen before {@code minute}; only timed counts can. */
  void forgetBefore(int minute) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (lastSeen(i) >= minute) {
        move(i, kept++);
      }
    }
    keepFirst(kept);
  }

  boolean timed() {
    return firstSeen.length > 0;
  }

  boolean labelled() {
    return labels.length > 0;
  }

  long key(int slot) {
    return cells[2 * slot];
  }

  float weight(int slot) {
    return Float.intBitsToFloat((int) (cells[2 * slot + 1] >>> 32));
  }

  /** First sight of the value in this slot, in minutes since the epoch. */
  public int firstSeen(int slot) {
    return firstSeen[slot];
  }

  /** Last sight of the value in this slot, in minutes since the epoch. */
  public int lastSeen(int slot) {
    return (int) cells[2 * slot + 1];
  }

  /** The value in this slot in clear; {@code null} for absent values. */
  public String label(int slot) {
    return labels[slot];
  }

  /** The decayed count of the value in this slot. */
  public double count(int slot, double scale) {
    return weight(slot) * scale;
  }

  private void set(int slot, float weight, int last) {
    cells[2 * slot + 1] = (long) Float.floatToRawIntBits(weight) << 32 | last & 0xFFFF_FFFFL;
  }

  private double sum() {
    if (sum == UNKNOWN) {
      sum = sumUpTo(Float.POSITIVE_INFINITY);
    }
    return sum;
  }

  /**
   * Σ of the weights that are at most {@code limit}. Two sums side by side, since each addition
   * waits for the one before; in this order always, since the order decides the last bit.
   */
  private double sumUpTo(float limit) {
    double even = 0;
    double odd = 0;
    int paired = size & ~1;
    for (int i = 0; i < paired; i += 2) {
      even += atMost(limit, weight(i));
      odd += atMost(limit, weight(i + 1));
    }
    return even + odd + (paired < size ? atMost(limit, weight(paired)) : 0);
  }

  /** A factor instead of a branch: which weights are lighter is a coin toss to the processor. */
  private static double atMost(float limit, float weight) {
    return (double) weight * (weight <= limit ? 1 : 0);
  }

  private void keepFirst(int kept) {
    sum = UNKNOWN;
    if (labelled()) {
      Arrays.fill(labels, kept, size, null);
    }
    size = kept;
  }

  private int freeSlot() {
    if (size >= cap) {
      return lightest();
    }
    if (2 * size == cells.length) {
      grow();
    }
    return size++;
  }

  private int lightest() {
    int lightest = 0;
    for (int i = 1; i < size; i++) {
      if (weight(i) < weight(lightest)) {
        lightest = i;
      }
    }
    return lightest;
  }

  private void grow() {
    int capacity = Math.min(cap, 2 * size);
    cells = Arrays.copyOf(cells, 2 * capacity);
    if (timed()) {
      firstSeen = Arrays.copyOf(firstSeen, capacity);
    }
    if (labelled()) {
      labels = Arrays.copyOf(labels, capacity);
    }
  }

  private void move(int from, int to) {
    cells[2 * to] = cells[2 * from];
    cells[2 * to + 1] = cells[2 * from + 1];
    if (timed()) {
      firstSeen[to] = firstSeen[from];
    }
    if (labelled()) {
      labels[to] = labels[from];
    }
  }
}
