package io.driftline.drift;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import java.util.List;
import java.util.TreeMap;

/**
 * A daily number, and whether its level has changed for good: the two-sided test of Page and
 * Hinkley (see {@link CumulativeSum}) over the days' deviations. Each sum gains by how far a day is
 * off beyond an allowance; one day counts at most so many deviations, since a spike, a holiday or a
 * month's end is no level.
 */
final class LevelHistory {

  private final DriftDimension dimension;
  private final DayCounts counts;
  private final CumulativeSum up;
  private final CumulativeSum down;

  /** The first event counted on each day that is not over. */
  private final TreeMap<Long, Sighting> open = new TreeMap<>();

  LevelHistory(DriftDimension dimension, DriftSettings settings) {
    this(dimension, new DayCounts(settings.keptDays()), new CumulativeSum(), new CumulativeSum());
  }

  private LevelHistory(
      DriftDimension dimension, DayCounts counts, CumulativeSum up, CumulativeSum down) {
    this.dimension = dimension;
    this.counts = counts;
    this.up = up;
    this.down = down;
  }

  void add(long day, Sighting sighting) {
    counts.add(day);
    open.merge(day, sighting, Sighting::earlier);
  }

  void clear(long day) {
    counts.clear(day);
  }

  DayCounts counts() {
    return counts;
  }

  /** Takes in a day that is over; {@code deviations} tells how far it is off, if not NaN. */
  void close(long day, double deviations, DriftSettings settings) {
    if (!Double.isNaN(deviations)) {
      double off = settings.level().clipped(deviations);
      Sighting first = open.get(day);
      String event = first == null ? null : first.eventId();
      up.add(off - settings.level().allowance(), day, event);
      down.add(-off - settings.level().allowance(), day, event);
    }
    open.headMap(day, true).clear();
  }

  /** First day of a change that has reached the limit; {@link CumulativeSum#NEVER} for none. */
  long changedSince(DriftSettings settings) {
    CumulativeSum larger = larger();
    return larger.sum() >= settings.level().limit() ? larger.since() : CumulativeSum.NEVER;
  }

  /** First day that a change may have begun on, as things stand. */
  long suspectedSince() {
    return larger().since();
  }

  /** The event that the change began with, if any. */
  List<String> evidence() {
    String event = larger().event();
    return event == null ? List.of() : List.of(event);
  }

  private CumulativeSum larger() {
    return up.sum() >= down.sum() ? up : down;
  }

  /** Begins anew, as from a new level. */
  void reset() {
    up.reset();
    down.reset();
  }

  DriftDimension dimension() {
    return dimension;
  }

  void write(StateWriter out, long latest) {
    counts.write(out, latest);
    up.write(out);
    down.write(out);
    out.writeInt(open.size());
    open.forEach(
        (day, sighting) -> {
          out.writeLong(day);
          sighting.write(out);
        });
  }

  static LevelHistory read(
      DriftDimension dimension, StateReader in, long latest, DriftSettings settings) {
    DayCounts counts = DayCounts.read(in, latest, settings.keptDays());
    LevelHistory read =
        new LevelHistory(dimension, counts, CumulativeSum.read(in), CumulativeSum.read(in));
    for (int left = in.readCount(8 + 8 + 1); left > 0; left--) {
      read.open.put(in.readLong(), Sighting.read(in));
    }
    return read;
  }
}
