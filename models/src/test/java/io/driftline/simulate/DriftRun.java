package io.driftline.simulate;

import io.driftline.activity.AgentAction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** One small enterprise that drifts, played through once for all tests. */
final class DriftRun {
  static final DriftSettings SETTINGS =
      new DriftSettings(
          new SimulationSettings(
              3, 80, 80, 70, Instant.parse("2026-01-05T00:00:00Z"), 40, Set.of(), 0.5),
          8,
          25,
          35);
  static final DriftSimulator SIMULATOR = new DriftSimulator(SETTINGS);
  static final List<DriftTruth> TRUTHS;
  private static final Map<String, List<AgentAction>> BY_AGENT = new HashMap<>();

  static {
    DriftTruths truths = SIMULATOR.newTruths();
    for (AgentAction action : SIMULATOR) {
      truths.add(action);
      BY_AGENT.computeIfAbsent(action.agentId(), agent -> new ArrayList<>()).add(action);
    }
    TRUTHS = truths.all();
  }

  private DriftRun() {}

  /** The truths of one script, or of the stable agents if {@code null}. */
  static List<DriftTruth> truths(DriftScript script) {
    return TRUTHS.stream().filter(truth -> truth.script() == script).toList();
  }

  static AgentProfile profile(DriftTruth truth) {
    return SIMULATOR.enterprise().agents().stream()
        .filter(agent -> agent.id().equals(truth.agentId()))
        .findFirst()
        .orElseThrow();
  }

  static Stream<AgentAction> actions(DriftTruth truth) {
    return BY_AGENT.get(truth.agentId()).stream();
  }

  static Stream<AgentAction> between(DriftTruth truth, Instant from, Instant to) {
    return actions(truth)
        .filter(action -> !action.time().isBefore(from) && action.time().isBefore(to));
  }

  static Stream<AgentAction> before(DriftTruth truth) {
    return between(truth, SETTINGS.enterprise().start(), truth.onset());
  }

  static Stream<AgentAction> after(DriftTruth truth) {
    return between(truth, truth.end(), SETTINGS.enterprise().end());
  }
}
