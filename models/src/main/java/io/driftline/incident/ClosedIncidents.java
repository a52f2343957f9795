package io.driftline.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Incidents that were closed lately and may be reopened, at most {@value #MOST}; the one closed
 * first goes.
 */
final class ClosedIncidents {

  /** Most closed incidents known. */
  static final int MOST = 64;

  /** The one closed first comes first. */
  final List<Closed> all = new ArrayList<>(1);

  /**
   * One of them.
   *
   * @param incident what it was
   * @param at when it was closed, event time in epoch milliseconds
   */
  record Closed(OpenIncident incident, long at) {}

  void add(OpenIncident incident, long at) {
    incident.kept.trim(KeptSignals.MOST_CLOSED);
    all.add(new Closed(incident, at));
    all.sort(Comparator.comparingLong(Closed::at).thenComparing(each -> each.incident().id));
    if (all.size() > MOST) {
      all.remove(0);
    }
  }

  /** Forgets those that were closed at {@code time} or before. */
  void forgetUpTo(long time) {
    all.removeIf(each -> each.at() <= time);
  }

  /**
   * Takes out the one that a signal reopens: of its session, or else of its topic; the latest of
   * several.
   *
   * @param closedAfter one that was closed then or before is not reopened
   * @return {@code null} if there is none
   */
  OpenIncident takeFor(Signal signal, long closedAfter) {
    Closed found = latest(each -> each.incident().scope.hasSessionOf(signal), closedAfter);
    if (found == null) {
      found = latest(each -> each.incident().scope.hasTopicOf(signal), closedAfter);
    }
    all.remove(found);
    return found == null ? null : found.incident();
  }

  private Closed latest(Predicate<Closed> fits, long closedAfter) {
    for (int i = all.size() - 1; i >= 0 && all.get(i).at() > closedAfter; i--) {
      if (fits.test(all.get(i))) {
        return all.get(i);
      }
    }
    return null;
  }
}
