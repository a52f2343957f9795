package io.driftline.drift;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The values of one dimension, and in how many hours of each day each was used.
 *
 * <p>Counting is commutative, and what is forgotten is decided when a day is over, by the counts of
 * days that are over: the order in which actions come makes no difference. Only of more than {@code
 * maxValues} new values on one day it could: those whose fingerprints are least are kept.
 */
final class MixHistory {

  /** A value unused for longer is new again. */
  private static final int KNOWN_DAYS = 180;

  private static final int KNOWN_PER_COUNTED = 4;

  private static final int RECURRING_DAYS = 3;

  private final int days;
  private final int maxValues;
  private final DayCounts totals;
  private final TreeMap<Long, ValueHistory> settled = new TreeMap<>();

  /** Those first seen on days that are not over. */
  private final TreeMap<Long, ValueHistory> fresh = new TreeMap<>();

  MixHistory(DriftSettings settings) {
    this(settings, new DayCounts(settings.keptDays()));
  }

  private MixHistory(DriftSettings settings, DayCounts totals) {
    this.days = settings.keptDays();
    this.maxValues = settings.maxValues();
    this.totals = totals;
  }

  /** What an absent value, or one made of a number, is called; asked only for new values. */
  @FunctionalInterface
  interface Label {
    String get();
  }

  void add(long key, Label label, long day, int hour, Sighting sighting) {
    ValueHistory value = settled.get(key);
    if (value == null) {
      value = fresh.computeIfAbsent(key, absent -> new ValueHistory(label.get(), days));
    }
    if (value.add(day, hour, sighting)) {
      totals.add(day);
    }
    if (fresh.size() > maxValues) {
      fresh.pollLastEntry();
    }
  }

  /** Makes room for a day. */
  void clear(long day) {
    totals.clear(day);
    settled.values().forEach(value -> value.clear(day));
    fresh.values().forEach(value -> value.clear(day));
  }

  /** Keeps the heaviest values and the latest known ones, as of the end of a day. */
  void close(long day) {
    settle(day);
    long oldest = day - days + 1;
    settled.values().forEach(value -> value.rest(oldest));
    settled.values().removeIf(value -> value.lastDay() < day - KNOWN_DAYS);
    keep(maxValues, counted(), Comparator.comparingLong(value -> -value.sum(oldest, day)));
    keep(
        KNOWN_PER_COUNTED * maxValues,
        settled.entrySet(),
        Comparator.comparingLong(value -> -value.lastDay()));
  }

  private void settle(long day) {
    Iterator<Map.Entry<Long, ValueHistory>> entries = fresh.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<Long, ValueHistory> entry = entries.next();
      if (entry.getValue().firstDay() <= day) {
        settled.put(entry.getKey(), entry.getValue());
        entries.remove();
      }
    }
  }

  private List<Map.Entry<Long, ValueHistory>> counted() {
    return settled.entrySet().stream().filter(entry -> !entry.getValue().isIdle()).toList();
  }

  private void keep(
      int most,
      Collection<Map.Entry<Long, ValueHistory>> entries,
      Comparator<ValueHistory> firstKept) {
    if (entries.size() > most) {
      List<Map.Entry<Long, ValueHistory>> order = new ArrayList<>(entries);
      order.sort(Map.Entry.comparingByValue(firstKept));
      order.subList(most, order.size()).stream()
          .map(Map.Entry::getKey)
          .toList()
          .forEach(settled::remove);
    }
  }

  /** Every known value that is settled by its fingerprint, in order. */
  Set<Map.Entry<Long, ValueHistory>> entries() {
    return settled.entrySet();
  }

  /** Every known value that is settled, in order of fingerprints. */
  Collection<ValueHistory> values() {
    return settled.values();
  }

  /**
   * What happened from one day to another, both included. Values used on a day or two only are told
   * together: tickets and documents come and go, and that they do is no drift.
   */
  MixWindow window(long from, long to) {
    List<ValueHistory> used =
        settled.values().stream()
            .filter(value -> value.activeDays(from, to) >= RECURRING_DAYS)
            .toList();
    return MixWindow.of(from, to, used, totals);
  }

  long total(long from, long to) {
    return totals.sum(from, to);
  }

  /** On how many days anything was used. */
  int activeDays(long from, long to) {
    return totals.activeDays(from, to);
  }

  /** Whether any value that is known by name was used: it may be that none was kept. */
  boolean isUsed(long from, long to) {
    return settled.values().stream().anyMatch(value -> value.sum(from, to) > 0);
  }

  /** The values most used from one day to another, both included; of equals the least key. */
  ValueHours hours(long from, long to, int most) {
    List<Map.Entry<Long, ValueHistory>> used =
        settled.entrySet().stream()
            .filter(entry -> entry.getValue().sum(from, to) > 0)
            .sorted(Comparator.comparingInt(entry -> -entry.getValue().sum(from, to)))
            .limit(most)
            .sorted(Map.Entry.comparingByKey())
            .toList();
    return new ValueHours(
        used.stream().mapToLong(Map.Entry::getKey).toArray(),
        used.stream().map(entry -> entry.getValue().label()).toArray(String[]::new),
        used.stream().mapToInt(entry -> entry.getValue().sum(from, to)).toArray());
  }

  void write(StateWriter out, long latest) {
    totals.write(out, latest);
    write(settled, out, latest);
    write(fresh, out, latest);
  }

  static MixHistory read(StateReader in, long latest, DriftSettings settings) {
    int days = settings.keptDays();
    MixHistory read = new MixHistory(settings, DayCounts.read(in, latest, days));
    read(read.settled, in, latest, days);
    read(read.fresh, in, latest, days);
    return read;
  }

  private static void write(Map<Long, ValueHistory> values, StateWriter out, long latest) {
    out.writeInt(values.size());
    values.forEach(
        (key, value) -> {
          out.writeLong(key);
          value.write(out, latest);
        });
  }

  private static void read(Map<Long, ValueHistory> values, StateReader in, long latest, int days) {
    for (int left = in.readCount(8 + 8 + 8 + 2); left > 0; left--) {
      values.put(in.readLong(), ValueHistory.read(in, latest, days));
    }
  }
}
