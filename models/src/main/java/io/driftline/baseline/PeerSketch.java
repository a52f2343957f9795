package io.driftline.baseline;

import java.util.Arrays;

/**
 * Which agents used a value, each with the day it last did: all of them while they are few, else
 * those whose fingerprints are smallest, from which the number of all is estimated.
 *
 * <p>A theta sketch (A. Dasgupta, K. Lang, L. Rhodes, J. Thaler, "A framework for estimating stream
 * expression cardinalities", ICDT 2016): what is kept is every fingerprint below θ, and θ is the
 * smallest fingerprint that ever had to go. Adding is idempotent and, for any one set of agents,
 * its order does not matter; so the same use may be told twice. The standard error is about
 * 1/√{@value #MOST}, 6 %.
 */
final class PeerSketch {

  /** Agents kept; up to this many are counted exactly. */
  static final int MOST = 256;

  private static final int INITIAL = 2;
  private static final double TWO_TO_64 = 0x1p64;

  private int size;
  private long[] agents = new long[INITIAL];
  private int[] days = new int[INITIAL];

  /** Fingerprints from here up (unsigned) are not kept; 0 stands for 2^64: all are. */
  private long theta;

  /** Notes that an agent used the value on a day, counted from the epoch. */
  void add(long agent, int day) {
    if (isBeyond(agent)) {
      return;
    }
    int place = placeOf(agent);
    if (place < size && agents[place] == agent) {
      days[place] = Math.max(days[place], day);
    } else {
      insert(place, agent, day);
    }
  }

  /** How many agents used the value, exact up to {@value #MOST}. */
  int estimate() {
    return theta == 0 ? size : (int) Math.round(size * (TWO_TO_64 / unsigned(theta)));
  }

  /** Forgets agents that last used the value before {@code day}. */
  void forgetBefore(int day) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (days[i] >= day) {
        agents[kept] = agents[i];
        days[kept++] = days[i];
      }
    }
    size = kept;
  }

  int size() {
    return size;
  }

  void write(StateWriter out) {
    out.writeLong(theta).writeInt(size);
    for (int i = 0; i < size; i++) {
      out.writeLong(agents[i]).writeInt(days[i]);
    }
  }

  static PeerSketch read(StateReader in) {
    PeerSketch sketch = new PeerSketch();
    sketch.theta = in.readLong();
    for (int left = in.readCount(9); left > 0; left--) {
      sketch.add(in.readLong(), in.readInt());
    }
    return sketch;
  }

  private boolean isBeyond(long agent) {
    return theta != 0 && Long.compareUnsigned(agent, theta) >= 0;
  }

  private void insert(int place, long agent, int day) {
    if (size == agents.length) {
      int room = Math.min(MOST + 1, 2 * size);
      agents = Arrays.copyOf(agents, room);
      days = Arrays.copyOf(days, room);
    }
    System.arraycopy(agents, place, agents, place + 1, size - place);
    System.arraycopy(days, place, days, place + 1, size - place);
    agents[place] = agent;
    days[place] = day;
    size++;
    if (size > MOST) {
      theta = agents[--size];
    }
  }

  /** Index of the first kept fingerprint that is not below this one. */
  private int placeOf(long agent) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Long.compareUnsigned(agents[middle], agent) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static double unsigned(long value) {
    double signed = value;
    return value < 0 ? signed + TWO_TO_64 : signed;
  }
}
