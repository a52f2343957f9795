package io.driftline.drift;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import java.util.EnumMap;
import java.util.Map;

/** What is known of one agent among its peers: its distances from them, and what is open. */
final class PeerMember {

  private final DriftSettings settings;
  private final Map<DriftDimension, DistanceHistory> distances =
      new EnumMap<>(DriftDimension.class);
  private OpenDrifts open = new OpenDrifts();
  private long lastDay = Long.MIN_VALUE;

  PeerMember(DriftSettings settings) {
    this.settings = settings;
    DayMix.DIMENSIONS.forEach(
        dimension -> distances.put(dimension, new DistanceHistory(settings.keptDays())));
  }

  /** The last day of which it told its mix. */
  long lastDay() {
    return lastDay;
  }

  void seen(long day) {
    lastDay = day;
  }

  void put(DriftDimension dimension, long day, double distance) {
    distances.get(dimension).put(day, distance);
  }

  boolean isOpen(DriftDimension dimension) {
    return open.isOpen(topic(dimension));
  }

  void raise(DriftDimension dimension, long day) {
    open.raise(topic(dimension), day);
  }

  void accept(DriftDimension dimension, long day) {
    open.accept(topic(dimension), day, settings);
  }

  void acceptDue(long day) {
    open.acceptDue(day, settings);
  }

  /** The distance at the end of a day; NaN if there was nothing to compare. */
  double distance(DriftDimension dimension, long day) {
    return distances.get(dimension).on(day);
  }

  /** The distances in the reference window of a day. */
  DistanceHistory.Summary reference(DriftDimension dimension, long day) {
    return distances
        .get(dimension)
        .summary(referenceFrom(dimension, day), day - settings.recentDays());
  }

  /**
   * How much further away it is at the end of a day than it was in the day's reference window on
   * average; NaN if it was not compared on that day, or too seldom before.
   */
  double rise(DriftDimension dimension, long day) {
    DistanceHistory.Summary reference = reference(dimension, day);
    return reference.days() >= settings.leastReferenceDays()
        ? distance(dimension, day) - reference.mean()
        : Double.NaN;
  }

  /**
   * Whether the rise of a day is one that counts.
   *
   * @param common the rise that the cohort has in common on that day
   */
  boolean isRisen(DriftDimension dimension, long day, double common, PeerLimits limits) {
    return rise(dimension, day) >= limits.leastRise() + common
        && distance(dimension, day) >= reference(dimension, day).max() + limits.leastMargin();
  }

  /**
   * Since when it is further away than it ever was in the reference window of a day: the first of
   * these days, not before the recent window.
   */
  long risenSince(DriftDimension dimension, long day) {
    return distances
        .get(dimension)
        .exceedsSince(reference(dimension, day).max(), day, day - settings.recentDays() + 1);
  }

  /** The distances of windows that have no day in common, the one that ends with a day first. */
  double[] weeks(DriftDimension dimension, long day) {
    return distances
        .get(dimension)
        .every(settings.recentDays(), day, referenceFrom(dimension, day))
        .toArray();
  }

  private long referenceFrom(DriftDimension dimension, long day) {
    return Math.max(
        open.referenceFrom(dimension), day - settings.recentDays() - settings.referenceDays() + 1);
  }

  private static DriftTopic topic(DriftDimension dimension) {
    return new DriftTopic(DriftKind.PEER_DIVERGENCE, dimension);
  }

  void write(StateWriter out) {
    out.writeLong(lastDay);
    open.write(out);
    distances.values().forEach(history -> history.write(out));
  }

  static PeerMember read(StateReader in, DriftSettings settings) {
    PeerMember read = new PeerMember(settings);
    read.lastDay = in.readLong();
    read.open = OpenDrifts.read(in);
    read.distances.replaceAll((dimension, empty) -> DistanceHistory.read(in, settings.keptDays()));
    return read;
  }
}
