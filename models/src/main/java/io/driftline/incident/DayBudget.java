package io.driftline.incident;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import io.driftline.drift.CalendarDay;
import java.util.TreeMap;

/**
 * How many incidents were told on each of the latest days. What is of an earlier day, since it came
 * very late, counts for the earliest day known.
 */
final class DayBudget {

  /** Most days known. */
  static final int MOST_DAYS = 3;

  private final TreeMap<Long, Integer> told = new TreeMap<>();

  /** Whether fewer than {@code most} were told on the day of {@code time}. */
  boolean hasRoom(long time, int most) {
    return told.getOrDefault(dayOf(time), 0) < most;
  }

  /** Counts one that is told on the day of {@code time}. */
  void count(long time) {
    told.merge(dayOf(time), 1, Integer::sum);
    if (told.size() > MOST_DAYS) {
      told.pollFirstEntry();
    }
  }

  private long dayOf(long time) {
    long day = CalendarDay.of(time);
    return told.size() == MOST_DAYS ? Math.max(day, told.firstKey()) : day;
  }

  void write(StateWriter out) {
    out.writeInt(told.size());
    told.forEach((day, count) -> out.writeLong(day).writeInt(count));
  }

  static DayBudget read(StateReader in) {
    DayBudget read = new DayBudget();
    for (int left = in.readCount(Long.BYTES + 1); left > 0; left--) {
      read.told.put(in.readLong(), in.readInt());
    }
    return read;
  }
}
