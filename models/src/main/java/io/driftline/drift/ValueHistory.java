package io.driftline.drift;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;

/** One value of a dimension: since when it is known, and in how many hours it was used of late. */
final class ValueHistory {

  private final String label;
  private final int days;
  private Sighting first;
  private long lastDay;
  private int adoption;

  /** {@code null} while the value is known, but was not used on any day that is kept. */
  private HourCounts counts;

  ValueHistory(String label, int days) {
    this.label = label;
    this.days = days;
    this.lastDay = Long.MIN_VALUE;
  }

  /** Takes in a use; tells whether it is the first of its hour. */
  boolean add(long day, int hour, Sighting sighting) {
    if (counts == null) {
      counts = new HourCounts(days);
    }
    first = Sighting.earlier(first, sighting);
    lastDay = Math.max(lastDay, day);
    return counts.add(day, hour);
  }

  void clear(long day) {
    if (counts != null) {
      counts.clear(day);
    }
  }

  /** Gives up the counts of a value that was not used on any day that is kept. */
  void rest(long oldest) {
    if (lastDay < oldest) {
      counts = null;
    }
  }

  String label() {
    return label;
  }

  Sighting first() {
    return first;
  }

  long firstDay() {
    return CalendarDay.of(first.time());
  }

  long lastDay() {
    return lastDay;
  }

  boolean isIdle() {
    return counts == null;
  }

  int sum(long from, long to) {
    return counts == null ? 0 : counts.sum(from, to);
  }

  int on(long day) {
    return counts == null ? 0 : counts.on(day);
  }

  int activeDays(long from, long to) {
    return counts == null ? 0 : counts.activeDays(from, to);
  }

  /** How far it has become part of the agent's work: 0 for not, see {@link GrowthChart}. */
  int adoption() {
    return adoption;
  }

  void adopt(int newAdoption) {
    adoption = newAdoption;
  }

  void write(StateWriter out, long latest) {
    out.writeString(label);
    first.write(out);
    out.writeLong(lastDay).writeByte(adoption).writeByte(counts == null ? 0 : 1);
    if (counts != null) {
      counts.write(out, latest);
    }
  }

  static ValueHistory read(StateReader in, long latest, int days) {
    ValueHistory read = new ValueHistory(in.readString(), days);
    read.first = Sighting.read(in);
    read.lastDay = in.readLong();
    read.adoption = in.readByte();
    read.counts = in.readByte() != 0 ? HourCounts.read(in, latest, days) : null;
    return read;
  }
}
