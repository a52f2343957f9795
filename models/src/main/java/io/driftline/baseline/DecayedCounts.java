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
 * <p>When the cap is reached the lightest value goes. Values are few and scanned in a row, so that
 * one pass gives both the lookup and the tail mass.
 */
public final class DecayedCounts {

  private static final int INITIAL = 4;
  private static final int[] NO_TIMES = new int[0];
  private static final String[] NO_LABELS = new String[0];
  private static final double UNKNOWN = -1;

  private final int cap;
  private int size;
  private long[] keys = new long[INITIAL];
  private float[] weights = new float[INITIAL];
  private int[] firstSeen;
  private int[] lastSeen;
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
    this.lastSeen = timed ? new int[INITIAL] : NO_TIMES;
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
    weights[slot] += (float) growth;
    if (timed()) {
      firstSeen[slot] = Math.min(firstSeen[slot], minute);
      lastSeen[slot] = Math.max(lastSeen[slot], minute);
    }
  }

  /** Puts back a stored value; under a cap that has shrunk since, only the heaviest come back. */
  void restore(long key, String label, float weight, int first, int last) {
    if (size < cap || weight > weights[lightest()]) {
      insert(key, label, weight, first, last);
    }
  }

  private void insert(long key, String label, float weight, int first, int last) {
    sum = UNKNOWN;
    int slot = freeSlot();
    keys[slot] = key;
    weights[slot] = weight;
    if (timed()) {
      firstSeen[slot] = first;
      lastSeen[slot] = last;
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
    double lighter = slot < 0 ? 0 : sumUpTo(weights[slot]);
    return (size + lighter * scale) / (sum() * scale + size);
  }

  /**
   * The {@link #tailMass} of every value, by slot: one sort and running sums instead of a pass over
   * all values for each.
   */
  double[] tailMasses(double scale) {
    float[] ascending = Arrays.copyOf(weights, size);
    Arrays.sort(ascending);
    double[] upTo = sumsUpTo(ascending);
    double[] tails = new double[size];
    for (int slot = 0; slot < size; slot++) {
      double lighter = upTo[Arrays.binarySearch(ascending, weights[slot])];
      tails[slot] = (size + lighter * scale) / (sum() * scale + size);
    }
    return tails;
  }

  /** Σ of the weights up to and with each one, the same for equal weights. */
  private static double[] sumsUpTo(float[] ascending) {
    double[] sums = new double[ascending.length];
    double sum = 0;
    for (int i = 0; i < sums.length; i++) {
      sum += ascending[i];
      sums[i] = sum;
    }
    for (int i = sums.length - 2; i >= 0; i--) {
      sums[i] = ascending[i] == ascending[i + 1] ? sums[i + 1] : sums[i];
    }
    return sums;
  }

  /** Σ of the decayed counts. */
  public double total(double scale) {
    return sum() * scale;
  }

  /** Number of distinct values kept. */
  public int distinct() {
    return size;
  }

  /** The value's slot, or -1 if it is not known; valid until the next change. */
  public int slotOf(long key) {
    for (int i = 0; i < size; i++) {
      if (keys[i] == key) {
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
      if (comesAfter(i, above) && (best < 0 || weights[i] > weights[best])) {
        best = i;
      }
    }
    return best;
  }

  /** Slots of equal weight come in order of slot. */
  private boolean comesAfter(int slot, int above) {
    return above < 0
        || weights[slot] < weights[above]
        || (weights[slot] == weights[above] && slot > above);
  }

  /**
   * Divides every weight by {@code factor}, as moving the landmark does, and drops what is spent.
   */
  void rescale(double factor, double floor) {
    sum = UNKNOWN;
    int kept = 0;
    for (int i = 0; i < size; i++) {
      float weight = (float) (weights[i] / factor);
      if (weight >= floor) {
        move(i, kept);
        weights[kept++] = weight;
      }
    }
    keepFirst(kept);
  }

  /** Drops values last seen before {@code minute}; only timed counts can. */
  void forgetBefore(int minute) {
    sum = UNKNOWN;
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (lastSeen[i] >= minute) {
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
    return keys[slot];
  }

  float weight(int slot) {
    return weights[slot];
  }

  /** First sight of the value in this slot, in minutes since the epoch. */
  public int firstSeen(int slot) {
    return firstSeen[slot];
  }

  /** Last sight of the value in this slot, in minutes since the epoch. */
  public int lastSeen(int slot) {
    return lastSeen[slot];
  }

  /** The value in this slot in clear; {@code null} for absent values. */
  public String label(int slot) {
    return labels[slot];
  }

  /** The decayed count of the value in this slot. */
  public double count(int slot, double scale) {
    return weights[slot] * scale;
  }

  private double sum() {
    if (sum == UNKNOWN) {
      sum = sumUpTo(Float.POSITIVE_INFINITY);
    }
    return sum;
  }

  /** Σ of the weights that are at most {@code limit}. */
  private double sumUpTo(float limit) {
    double total = 0;
    for (int i = 0; i < size; i++) {
      // A factor instead of a branch: which weights are lighter is a coin toss to the processor.
      total += weights[i] * (weights[i] <= limit ? 1 : 0);
    }
    return total;
  }

  private void keepFirst(int kept) {
    if (labelled()) {
      Arrays.fill(labels, kept, size, null);
    }
    size = kept;
  }

  private int freeSlot() {
    if (size >= cap) {
      return lightest();
    }
    if (size == keys.length) {
      grow();
    }
    return size++;
  }

  private int lightest() {
    int lightest = 0;
    for (int i = 1; i < size; i++) {
      if (weights[i] < weights[lightest]) {
        lightest = i;
      }
    }
    return lightest;
  }

  private void grow() {
    int capacity = Math.min(cap, keys.length * 2);
    keys = Arrays.copyOf(keys, capacity);
    weights = Arrays.copyOf(weights, capacity);
    if (timed()) {
      firstSeen = Arrays.copyOf(firstSeen, capacity);
      lastSeen = Arrays.copyOf(lastSeen, capacity);
    }
    if (labelled()) {
      labels = Arrays.copyOf(labels, capacity);
    }
  }

  private void move(int from, int to) {
    keys[to] = keys[from];
    weights[to] = weights[from];
    if (timed()) {
      firstSeen[to] = firstSeen[from];
      lastSeen[to] = lastSeen[from];
    }
    if (labelled()) {
      labels[to] = labels[from];
    }
  }
}
