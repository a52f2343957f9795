package io.driftline.drift;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/** How far an agent was from its peers at the end of each of the latest days: a ring of days. */
final class DistanceHistory {

  private static final long NEVER = Long.MIN_VALUE;

  /** NaN for a day on which there was nothing to compare. */
  private final float[] distances;

  private long latest = NEVER;

  /**
   * @param days how many are kept, at least 1
   */
  DistanceHistory(int days) {
    this.distances = new float[days];
    Arrays.fill(distances, Float.NaN);
  }

  /**
   * The distances of some days.
   *
   * @param days on how many of them there is one
   * @param mean NaN if there is none
   * @param max NaN if there is none
   */
  record Summary(int days, double mean, double max) {}

  /** Notes the distance of a day later than all before. */
  void put(long day, double distance) {
    long from = latest == NEVER ? day : Math.max(latest + 1, day - distances.length + 1);
    for (long each = from; each <= day; each++) {
      distances[slot(each)] = Float.NaN;
    }
    distances[slot(day)] = (float) distance;
    latest = day;
  }

  /** The distance of a day; NaN if there is none, or it is not kept. */
  double on(long day) {
    return isKept(day) ? distances[slot(day)] : Double.NaN;
  }

  /** The distances from one day to another, both included. */
  Summary summary(long from, long to) {
    double sum = 0;
    double max = Double.NaN;
    int days = 0;
    for (long day = from; day <= to; day++) {
      double distance = on(day);
      if (!Double.isNaN(distance)) {
        sum += distance;
        max = days == 0 ? distance : Math.max(max, distance);
        days++;
      }
    }
    return new Summary(days, sum / days, max);
  }

  /** First of the days without a gap until a day, not earlier than one, that exceed a distance. */
  long exceedsSince(double distance, long day, long notBefore) {
    long since = day;
    while (since > notBefore && on(since - 1) > distance) {
      since--;
    }
    return since;
  }

  /** The distances of a day and of every {@code step}-th before it, not earlier than a day. */
  DoubleStream every(int step, long day, long notBefore) {
    return LongStream.iterate(day, each -> each >= notBefore, each -> each - step)
        .mapToDouble(this::on)
        .filter(distance -> !Double.isNaN(distance));
  }

  void write(StateWriter out) {
    long oldest = latest - distances.length + 1;
    out.writeLong(latest);
    out.writeInt(latest == NEVER ? 0 : summary(oldest, latest).days());
    for (int age = 0; latest != NEVER && age < distances.length; age++) {
      if (!Double.isNaN(on(latest - age))) {
        out.writeInt(age).writeFloat((float) on(latest - age));
      }
    }
  }

  /** Days older than are kept now, because the windows were longer once, are left out. */
  static DistanceHistory read(StateReader in, int days) {
    DistanceHistory read = new DistanceHistory(days);
    read.latest = in.readLong();
    for (int left = in.readCount(5); left > 0; left--) {
      int age = in.readInt();
      float distance = in.readFloat();
      requireDistance(distance);
      if (age >= 0 && age < days) {
        read.distances[read.slot(read.latest - age)] = distance;
      }
    }
    return read;
  }

  private static void requireDistance(float distance) {
    if (!(distance >= 0 && distance <= 1)) {
      throw new IllegalStateException("stored drift state has a distance of " + distance);
    }
  }

  private boolean isKept(long day) {
    return latest != NEVER && day <= latest && day > latest - distances.length;
  }

  private int slot(long day) {
    return (int) Math.floorMod(day, (long) distances.length);
  }
}
