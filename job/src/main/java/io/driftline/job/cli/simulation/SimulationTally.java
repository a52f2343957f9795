package io.driftline.job.cli.simulation;

import io.driftline.simulate.AttackKind;
import io.driftline.simulate.SimulatedAction;
import io.driftline.simulate.SimulationSettings;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Counts what a simulation has brought so far. */
public final class SimulationTally {

  private final Map<AttackKind, Integer> malicious = new EnumMap<>(AttackKind.class);
  private long actions;
  private Instant latest = Instant.EPOCH;

  /** Notes the next action. */
  public void add(SimulatedAction simulated) {
    actions++;
    latest = simulated.action().time();
    if (simulated.malicious()) {
      malicious.merge(simulated.attack(), 1, Integer::sum);
    }
  }

  public long actions() {
    return actions;
  }

  /** How far it has got, for example {@code 12,345 actions, up to 2026-02-01}. */
  public String progress() {
    return String.format(
        Locale.ROOT, "%,d actions, up to %s", actions, latest.atZone(ZoneOffset.UTC).toLocalDate());
  }

  /** How large an enterprise is, for example {@code 8 agents for 9 people, 4 days from …}. */
  static String extent(SimulationSettings settings) {
    return String.format(
        Locale.ROOT,
        "%d agents for %d people, %d days from %s",
        settings.agents(),
        settings.people(),
        settings.days(),
        settings.start().atZone(ZoneOffset.UTC).toLocalDate());
  }

  /** The attacks among the actions, for example {@code 12 attacks with 1,024 actions}. */
  public String attacks() {
    int all = malicious.values().stream().mapToInt(Integer::intValue).sum();
    return malicious.isEmpty()
        ? "no attacks"
        : String.format(Locale.ROOT, "%d attacks with %,d actions", malicious.size(), all);
  }
}
