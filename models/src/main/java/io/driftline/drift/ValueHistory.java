package io.driftline.drift;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;

/** One value of a dimension: since when it is known, and how often it was used of late. */
final class ValueHistory {

  private final String label;
  private final int days;
  private Sighting first;
  private long lastDay;
  private boolean adopted;

  /** {@code null} while the value is known, but was not used on any day that is kept. */
  private DayCounts counts;

  ValueHistory(String label, int days) {
    this.label = label;
    this.days = days;
    this.lastDay = Long.MIN_VALUE;
  }

  void add(long day, Sighting sighting) {
    if (counts == null) {
      counts = new DayCounts(days);
    }
    counts.add(day);
    first = Sighting.earlier(first, sighting);
    lastDay = Math.max(lastDay, day);
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

  long sum(long from, long to) {
    return counts == null ? 0 : counts.sum(from, to);
  }

  int on(long day) {
    return counts == null ? 0 : counts.on(day);
  }

  int activeDays(long from, long to) {
    return counts == null ? 0 : counts.activeDays(from, to);
  }

  /** Whether it has become part of the agent's work. */
  boolean isAdopted() {
    return adopted;
  }

  void adopt() {
    adopted = true;
  }

  void write(StateWriter out, long latest) {
    out.writeString(label);
    first.write(out);
    out.writeLong(lastDay).writeByte((adopted ? 1 : 0) | (counts == null ? 0 : 2));
    if (counts != null) {
      counts.write(out, latest);
    }
  }

  static ValueHistory read(StateReader in, long latest, int days) {
    ValueHistory read = new ValueHistory(in.readString(), days);
    read.first = Sighting.read(in);
    read.lastDay = in.readLong();
    int flags = in.readByte();
    read.adopted = (flags & 1) != 0;
    read.counts = (flags & 2) != 0 ? DayCounts.read(in, latest, days) : null;
    return read;
  }
}
