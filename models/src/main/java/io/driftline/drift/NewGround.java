package io.driftline.drift;

import io.driftline.activity.AgentAction;
import io.driftline.baseline.Hash64;
import io.driftline.baseline.Observation;
import io.driftline.baseline.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Finds an agent that keeps doing what it always does in a folder where it hardly ever was: a few
 * documents in each of several sessions, none of which stands out. A scan statistic: over the
 * latest days, the hours in which it was there are compared with what its hours before lead to
 * expect, by a binomial tail.
 *
 * <p>Only what the agent did before counts, elsewhere or there: an agent that takes up a new task
 * has new actions, and that is growth, not new ground.
 *
 * @param actions what the agent did
 * @param folders in which outermost folder it did what
 * @param hours when it did anything
 * @param firstDay the first day that is known
 * @param day the last day
 */
record NewGround(
    MixHistory actions,
    MixHistory folders,
    MixHistory hours,
    long firstDay,
    long day,
    DriftSettings settings) {

  /** What an agent did in fewer hours of the reference is no habit. */
  private static final int HABIT = 2;

  private static final int SHORTEST_SPAN = 2;

  private static final int MOST_EVIDENCE = 5;

  /** The folder an action reached into; {@code null} if its resource lies in none. */
  static String folderOf(AgentAction action) {
    return Scope.folder(action.resource());
  }

  /** Fingerprint of an action in a folder. */
  static long keyOf(AgentAction action, String folder) {
    return key(Observation.actionKeyOf(action), folder);
  }

  private static long key(long actionKey, String folder) {
    return Hash64.pair(actionKey, Hash64.of(folder));
  }

  /** The drift that it is; {@code null} if none. */
  DriftSignal signalOrNull() {
    Map<String, Foray> taken = new TreeMap<>();
    for (int span = SHORTEST_SPAN; span <= settings.recentDays(); span++) {
      for (Foray foray : forays(new Span(day - span + 1))) {
        if (foray.isNewGround(settings.ground())) {
          taken.merge(foray.folder(), foray, Foray::clearer);
        }
      }
    }
    return taken.isEmpty() ? null : signal(new ArrayList<>(taken.values()));
  }

  private List<Foray> forays(Span span) {
    if (span.referenceDays() < settings.ground().leastReferenceDays()) {
      return List.of();
    }
    Map<String, List<ValueHistory>> habits = new TreeMap<>();
    actions.forEach(
        (action, history) -> {
          if (history.sum(span.referenceFrom(), span.from() - 1) >= HABIT) {
            folders.forEach(
                (key, there) -> {
                  if (there.on(day) > 0 && key == key(action, there.label())) {
                    habits.computeIfAbsent(there.label(), any -> new ArrayList<>()).add(there);
                  }
                });
          }
        });
    return habits.entrySet().stream()
        .map(folder -> foray(folder.getKey(), folder.getValue(), span))
        .toList();
  }

  private Foray foray(String folder, List<ValueHistory> habits, Span span) {
    ValueHistory most =
        habits.stream()
            .max(Comparator.comparingInt(each -> each.sum(span.from(), day)))
            .orElseThrow();
    long before = 0;
    for (ValueHistory each : folders.values()) {
      if (each.label().equals(folder)) {
        before += each.sum(span.referenceFrom(), span.from() - 1);
      }
    }
    return new Foray(
        folder,
        span.from(),
        most.sum(span.from(), day),
        most.activeDays(span.from(), day),
        hours.total(span.from(), day),
        before,
        hours.total(span.referenceFrom(), span.from() - 1),
        habits.stream().map(ValueHistory::first).sorted().toList());
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
            .flatMap(each -> each.first().stream())
            .sorted()
            .limit(MOST_EVIDENCE)
            .map(Sighting::eventId)
            .toList(),
        null);
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
      return Math.max(firstDay, from - settings.referenceDays());
    }

    private long referenceDays() {
      return from - referenceFrom();
    }
  }

  /**
   * How an agent was in a folder in the latest days.
   *
   * @param from the first of these days
   * @param there in how many hours at least it was there
   * @param days on how many days
   * @param hours in how many hours it did anything
   * @param before in how many hours of the reference at most it was there
   * @param hoursBefore in how many of those it did anything
   * @param first what it did there first
   */
  private record Foray(
      String folder,
      long from,
      int there,
      int days,
      long hours,
      long before,
      long hoursBefore,
      List<Sighting> first) {

    private Foray {
      Objects.requireNonNull(folder, "folder");
    }

    boolean isNewGround(GroundLimits limits) {
      return there >= limits.leastHours()
          && days >= limits.leastDays()
          && before <= limits.rareShare() * hoursBefore
          && chance() <= limits.significance();
    }

    /** The share to expect is that of the reference, half an hour there and elsewhere added. */
    double chance() {
      double expected = (before + 0.5) / (hoursBefore + 1.0);
      return Math.max(Double.MIN_NORMAL, Math.min(1, Binomial.tail(hours, there, expected)));
    }

    double share() {
      return Math.min(1, (double) there / Math.max(1, hours));
    }

    Foray clearer(Foray other) {
      return other.chance() < chance() ? other : this;
    }

    ShareChange change() {
      double usual = Math.min(1, before / (double) Math.max(1, hoursBefore));
      String firstEvent = before == 0 ? first.get(0).eventId() : null;
      return new ShareChange(folder, usual, share(), firstEvent);
    }
  }
}
