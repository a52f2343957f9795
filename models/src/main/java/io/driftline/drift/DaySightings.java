package io.driftline.drift;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What was seen first of each value on each of the days that are not over. */
final class DaySightings {

  private final int maxValues;
  private final List<TreeMap<Long, Sighting>> days = new ArrayList<>(HourCounts.OPEN_DAYS);

  /**
   * @param maxValues most values kept of a day; those whose fingerprints are least
   */
  DaySightings(int maxValues) {
    this.maxValues = maxValues;
    for (int i = 0; i < HourCounts.OPEN_DAYS; i++) {
      days.add(new TreeMap<>());
    }
  }

  void add(long key, long day, Sighting sighting) {
    TreeMap<Long, Sighting> today = of(day);
    today.merge(key, sighting, Sighting::earlier);
    if (today.size() > maxValues) {
      today.pollLastEntry();
    }
  }

  /** What was seen first on a day; {@code null} if nothing, or nothing that was kept. */
  Sighting first(long key, long day) {
    return of(day).get(key);
  }

  /** Makes room for a day: whatever was held in its place is forgotten. */
  void clear(long day) {
    of(day).clear();
  }

  private TreeMap<Long, Sighting> of(long day) {
    return days.get((int) Math.floorMod(day, (long) HourCounts.OPEN_DAYS));
  }

  void write(StateWriter out) {
    for (TreeMap<Long, Sighting> day : days) {
      out.writeInt(day.size());
      day.forEach(
          (key, first) -> {
            out.writeLong(key);
            first.write(out);
          });
    }
  }

  static DaySightings read(StateReader in, int maxValues) {
    DaySightings read = new DaySightings(maxValues);
    for (TreeMap<Long, Sighting> day : read.days) {
      for (int left = in.readCount(8 + 8 + 1); left > 0; left--) {
        day.put(in.readLong(), Sighting.read(in));
      }
    }
    return read;
  }
}
