package io.driftline.drift;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;

/** How often something was seen on each of the latest days: a ring of so many days. */
final class DayCounts {

  private final int[] counts;

  /**
   * @param days how many are kept, at least 1
   */
  DayCounts(int days) {
    this.counts = new int[days];
  }

  /** Counts one on a day that is kept; stays at the highest number there is. */
  void add(long day) {
    int slot = slot(day);
    counts[slot] = Math.max(counts[slot], counts[slot] + 1);
  }

  /** The count of a day that is kept. */
  int on(long day) {
    return counts[slot(day)];
  }

  /** Makes room for a day: whatever the ring held in its place is forgotten. */
  void clear(long day) {
    counts[slot(day)] = 0;
  }

  /** The count over days that are kept, both ends included. */
  long sum(long from, long to) {
    long sum = 0;
    for (long day = from; day <= to; day++) {
      sum += on(day);
    }
    return sum;
  }

  /** On how many of the days something was seen. */
  int activeDays(long from, long to) {
    int active = 0;
    for (long day = from; day <= to; day++) {
      active += on(day) > 0 ? 1 : 0;
    }
    return active;
  }

  void write(StateWriter out, long latest) {
    int days = counts.length;
    out.writeInt(activeDays(latest - days + 1, latest));
    for (int age = 0; age < days; age++) {
      if (on(latest - age) > 0) {
        out.writeInt(age).writeInt(on(latest - age));
      }
    }
  }

  /** Days older than are kept now, because the windows were longer once, are left out. */
  static DayCounts read(StateReader in, long latest, int days) {
    DayCounts read = new DayCounts(days);
    for (int left = in.readCount(2); left > 0; left--) {
      int age = in.readInt();
      int count = in.readInt();
      if (age >= 0 && age < days) {
        read.counts[read.slot(latest - age)] = count;
      }
    }
    return read;
  }

  private int slot(long day) {
    return (int) Math.floorMod(day, (long) counts.length);
  }
}
