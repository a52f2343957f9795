package io.driftline.drift;

import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds an agent that keeps doing what it always does in a folder where it hardly ever was: a few
 * documents in each of several sessions, none of which stands out. A scan statistic: over the
 * latest days, the hours in which it was there are compared with what its hours before lead to
 * expect, by a binomial tail.
 *
 * <p>Only what the agent did elsewhere before counts: an agent that takes up a new task has new
 * actions, and that is growth, not new ground.
 *
 * @param actions what the agent did
 * @param folders in which outermost folder it did what
 * @param hours when it did anything
 * @param acceptedFrom the first day of what was accepted; {@link Long#MIN_VALUE} if nothing was
 * @param day the last day
 */
record NewGround(
    MixHistory actions,
    Folders folders,
    MixHistory hours,
    long acceptedFrom,
    long day,
    DriftSettings settings) {

  /** What an agent did elsewhere in fewer hours of the reference is no habit. */
  private static final int HABIT = 2;

  private static final int SHORTEST_SPAN = 2;

  private static final int MOST_EVIDENCE = 5;

  /** The drift that it is; {@code null} if none. */
  DriftSignal signalOrNull() {
    Collection<Use> today = today();
    Map<String, Foray> taken = new TreeMap<>();
    for (int span = SHORTEST_SPAN; span <= settings.recentDays(); span++) {
      for (Foray foray : forays(today, new Span(day - span + 1))) {
        if (foray.isNewGround(settings.ground())) {
          taken.merge(foray.folder(), foray, Foray::clearer);
        }
      }
    }
    return taken.isEmpty() ? null : signal(new ArrayList<>(taken.values()));
  }

  /**
   * What was done in a folder on the last day; what is no longer kept of the action is left out.
   */
  private Collection<Use> today() {
    Map<Long, ValueHistory> there = onLastDay();
    Map<Long, Use> today = new TreeMap<>();
    for (String label : labels(there.values())) {
      for (Map.Entry<Long, ValueHistory> action : actions.entries()) {
        long key = Folders.key(action.getKey(), label);
        if (there.containsKey(key)) {
          today.put(key, new Use(there.get(key), action.getValue(), folders.firstOn(day, key)));
        }
      }
    }
    return today.values();
  }

  private Map<Long, ValueHistory> onLastDay() {
    return folders.uses().entries().stream()
        .filter(use -> use.getValue().on(day) > 0)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Set<String> labels(Collection<ValueHistory> values) {
    return values.stream().map(ValueHistory::label).collect(Collectors.toSet());
  }

  private List<Foray> forays(Collection<Use> today, Span span) {
    return span.referenceDays() < leastReferenceDays()
        ? List.of()
        : habits(today, span).entrySet().stream()
            .map(folder -> foray(folder.getKey(), folder.getValue(), span))
            .toList();
  }

  /** What was accepted, all of it, is usual. */
  private int leastReferenceDays() {
    return acceptedFrom > folders.since()
        ? settings.recentDays()
        : settings.ground().leastReferenceDays();
  }

  /** What of it the agent did elsewhere before, by the folder it did it in. */
  private static Map<String, List<Use>> habits(Collection<Use> today, Span span) {
    return today.stream()
        .filter(use -> span.elsewhere(use) >= HABIT)
        .collect(Collectors.groupingBy(use -> use.there().label(), TreeMap::new, toList()));
  }

  private Foray foray(String folder, List<Use> habits, Span span) {
    ValueHistory most =
        habits.stream()
            .map(Use::there)
            .max(Comparator.comparingInt(there -> there.sum(span.from(), day)))
            .orElseThrow();
    long before = span.before(folder);
    return new Foray(
        folder,
        span.from(),
        most.sum(span.from(), day),
        most.activeDays(span.from(), day),
        hours.total(span.from(), day),
        before,
        span.before(hours),
        habits.stream().map(habit -> habit.evidence(before == 0)).sorted().toList());
  }

  private DriftSignal signal(List<Foray> taken) {
    taken.sort(Comparator.comparingDouble(Foray::chance).thenComparing(Foray::folder));
    Foray clearest = taken.get(0);
    long from = taken.stream().mapToLong(Foray::from).min().orElseThrow();
    return new DriftSignal(
        DriftKind.NEW_GROUND,
        DriftDimension.SCOPE,
        CalendarDay.start(from),
        CalendarDay.start(day + 1),
        clearest.before(),
        clearest.there(),
        clearest.share(),
        clearest.chance(),
        taken.stream().map(Foray::change).toList(),
        taken.stream()
            .flatMap(each -> each.evidence().stream())
            .sorted()
            .limit(MOST_EVIDENCE)
            .map(Sighting::eventId)
            .toList(),
        null);
  }

  /**
   * Something that the agent did in a folder on the last day.
   *
   * @param anywhere the same wherever it was done
   * @param today the first time on the last day; {@code null} if it was not kept
   */
  private record Use(ValueHistory there, ValueHistory anywhere, Sighting today) {

    /** The first time at all if that was in the latest days, else the first time today. */
    Sighting evidence(boolean isNew) {
      return isNew || today == null ? there.first() : today;
    }
  }

  /** The latest days, from one on, and the reference before them. */
  private final class Span {
    private final long from;

    private Span(long from) {
      this.from = from;
    }

    private long from() {
      return from;
    }

    private long referenceFrom() {
      long firstDay = Math.max(acceptedFrom, folders.since());
      return Math.max(firstDay, from - settings.referenceDays());
    }

    private long referenceDays() {
      return from - referenceFrom();
    }

    private long before(MixHistory history) {
      return history.total(referenceFrom(), from - 1);
    }

    private int before(ValueHistory history) {
      return history.sum(referenceFrom(), from - 1);
    }

    /** In how many hours of the reference at most the agent was in a folder. */
    private long before(String folder) {
      return folders.uses().values().stream()
          .filter(each -> each.label().equals(folder))
          .mapToLong(this::before)
          .sum();
    }

    /** In how many hours of the reference at least it did elsewhere what it does there. */
    private int elsewhere(Use use) {
      return before(use.anywhere()) - before(use.there());
    }
  }
}
