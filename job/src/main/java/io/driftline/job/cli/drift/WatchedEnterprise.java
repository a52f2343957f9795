package io.driftline.job.cli.drift;

import io.driftline.activity.AgentAction;
import io.driftline.simulate.DriftTruth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All agents of an enterprise, watched at one sensitivity. */
final class WatchedEnterprise {
  private final Map<String, Watched> byAgent = new LinkedHashMap<>();

  WatchedEnterprise(List<String> agents, WatchedAgent.Factory factory, double sensitivity) {
    for (String agent : agents) {
      byAgent.put(agent, new Watched(factory.watch(agent, sensitivity), new ArrayList<>()));
    }
  }

  void day(long epochDay, List<AgentAction> actions) {
    for (AgentAction action : actions) {
      byAgent.get(action.agentId()).agent().observe(action);
    }
    byAgent.values().forEach(watched -> watched.close(epochDay));
  }

  /** What was raised, beside the truth, in the order of the truths. */
  List<AgentVerdicts> verdicts(List<DriftTruth> truths) {
    return truths.stream()
        .map(truth -> new AgentVerdicts(truth, byAgent.get(truth.agentId()).raised()))
        .toList();
  }

  private record Watched(WatchedAgent agent, List<Raised> raised) {

    void close(long epochDay) {
      agent.closeDay(epochDay).forEach(found -> raised.add(new Raised(epochDay, found)));
    }
  }
}
