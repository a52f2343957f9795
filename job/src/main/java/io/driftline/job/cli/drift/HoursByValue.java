package io.driftline.job.cli.drift;

import io.driftline.activity.AgentAction;
import io.driftline.drift.CalendarDay;
import io.driftline.drift.DriftDimension;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * In which hours of each day an agent used each value of a dimension. An hour counts once, as it
 * does where drift is judged: a session of two hundred calls says no more about a habit than one of
 * two.
 */
final class HoursByValue {

  private final DriftDimension dimension;

  /** By value, which may be {@code null}, and epoch day: a bit for each hour. */
  private final Map<String, TreeMap<Long, Integer>> hours = new HashMap<>();

  /**
   * @param dimension one with values
   */
  HoursByValue(DriftDimension dimension) {
    this.dimension = dimension;
  }

  void add(AgentAction action) {
    int hour = action.time().atZone(ZoneOffset.UTC).getHour();
    hours
        .computeIfAbsent(dimension.valueOf(action), absent -> new TreeMap<>())
        .merge(CalendarDay.of(action.timeMillis()), 1 << hour, (one, other) -> one | other);
  }

  /** In how many hours a value was used; 0 for one that never was. */
  long count(String value, DayRange range) {
    return count(hours.getOrDefault(value, new TreeMap<>()), range);
  }

  /** The same over all values; an hour counts for each value used in it. */
  long total(DayRange range) {
    return hours.values().stream().mapToLong(days -> count(days, range)).sum();
  }

  /** All values, the most used first; {@code null} stands for none stated. */
  List<String> heaviest(DayRange range) {
    Comparator<String> byUse = Comparator.comparingLong(value -> -count(value, range));
    return hours.keySet().stream()
        .sorted(byUse.thenComparing(Comparator.nullsFirst(Comparator.naturalOrder())))
        .toList();
  }

  private static long count(NavigableMap<Long, Integer> days, DayRange range) {
    return days.subMap(range.from(), true, range.to(), true).values().stream()
        .mapToLong(Integer::bitCount)
        .sum();
  }
}
