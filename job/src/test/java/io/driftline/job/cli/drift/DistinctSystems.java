package io.driftline.job.cli.drift;

import io.driftline.activity.AgentAction;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Raises a drift on the day on which a system has been used often enough, after a first month. */
final class DistinctSystems implements WatchedAgent {
  private static final int LEARNING_DAYS = 20;

  private final Map<String, Integer> calls = new HashMap<>();
  private final Set<String> known = new HashSet<>();
  private final double enough;
  private int days;

  DistinctSystems(double sensitivity) {
    this.enough = 8 / sensitivity;
  }

  @Override
  public void observe(AgentAction action) {
    calls.merge(action.system(), 1, Integer::sum);
  }

  @Override
  public List<Found> closeDay(long epochDay) {
    days++;
    Instant end = LocalDate.ofEpochDay(epochDay + 1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return calls.keySet().stream()
        .sorted()
        .filter(system -> calls.get(system) >= enough && known.add(system))
        .filter(system -> days > LEARNING_DAYS)
        .map(system -> new Found(end, "novelty", "system", end, calls.get(system)))
        .toList();
  }
}
