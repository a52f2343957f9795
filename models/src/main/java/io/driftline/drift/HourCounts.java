package io.driftline.drift;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;

/**
 * In how many hours of each of the latest days something was seen. Hours rather than actions,
 * because actions come in bursts: a session of two hundred calls says no more about a habit than
 * one of two. An hour counts once, however often and in whatever order it is told.
 */
final class HourCounts {

  /** A late action is still counted on so many of the latest days. */
  static final int OPEN_DAYS = 3;

  private final byte[] counts;

  /** Of the open days: which hours were told, a bit each. */
  private final int[] told = new int[OPEN_DAYS];

  /**
   * @param days how many are kept, at least {@value #OPEN_DAYS}
   */
  HourCounts(int days) {
    this.counts = new byte[days];
  }

  /**
   * Counts an hour of an open day.
   *
   * @param hour of the day, 0 to 23
   * @return whether it is the first time that it was told
   */
  boolean add(long day, int hour) {
    int slot = (int) Math.floorMod(day, (long) OPEN_DAYS);
    int bit = 1 << hour;
    if ((told[slot] & bit) != 0) {
      return false;
    }
    told[slot] |= bit;
    counts[slot(day)]++;
    return true;
  }

  /** The count of a day that is kept, 0 to 24. */
  int on(long day) {
    return counts[slot(day)];
  }

  /** Makes room for a day: whatever was held in its place is forgotten. */
  void clear(long day) {
    counts[slot(day)] = 0;
    told[(int) Math.floorMod(day, (long) OPEN_DAYS)] = 0;
  }

  /** The count over days that are kept, both ends included. */
  int sum(long from, long to) {
    int sum = 0;
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
        out.writeByte(age).writeByte(on(latest - age));
      }
    }
    for (int slot = 0; slot < OPEN_DAYS; slot++) {
      out.writeInt(told[slot]);
    }
  }

  /** Days older than are kept now, because the windows were longer once, are left out. */
  static HourCounts read(StateReader in, long latest, int days) {
    HourCounts read = new HourCounts(days);
    for (int left = in.readCount(2); left > 0; left--) {
      int age = in.readByte();
      byte count = (byte) in.readByte();
      if (age < days && count >= 0) {
        read.counts[read.slot(latest - age)] = count;
      }
    }
    for (int slot = 0; slot < OPEN_DAYS; slot++) {
      read.told[slot] = in.readInt();
    }
    return read;
  }

  private int slot(long day) {
    return (int) Math.floorMod(day, (long) counts.length);
  }
}
