package io.driftline.simulate;

import io.driftline.activity.AgentAction;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Gathers the truth about every agent. What is planned is known from the start; when each new item
 * was first used, only from the actions.
 */
public final class DriftTruths {
  private final DriftSettings settings;
  private final Map<String, Watched> byAgent = new LinkedHashMap<>();

  DriftTruths(DriftSettings settings, List<AgentProfile> agents) {
    this.settings = settings;
    agents.forEach(agent -> byAgent.put(agent.id(), new Watched(agent, new HashMap<>())));
  }

  /** Notes one action; actions must come in order of time. */
  public void add(AgentAction action) {
    byAgent.get(action.agentId()).add(action);
  }

  /** The truth so far, in the order of the agents. */
  public List<DriftTruth> all() {
    return byAgent.values().stream().map(this::truth).toList();
  }

  private DriftTruth truth(Watched watched) {
    Drift drift = watched.agent().drift();
    return new DriftTruth(
        watched.agent().id(),
        drift.script(),
        instant(drift.onset()),
        instant(drift.end()),
        IntStream.range(0, drift.items().size()).mapToObj(i -> entrance(watched, i)).toList(),
        instant(watched.agent().release().day()));
  }

  private Entrance entrance(Watched watched, int place) {
    Drift drift = watched.agent().drift();
    String item = drift.items().get(place);
    Instant planned = settings.midnight(drift.onset() + Drift.DAYS_APART * place);
    return new Entrance(item, planned, watched.firstUsed().get(item));
  }

  /** {@code null} for what never happens within the span. */
  private Instant instant(int day) {
    return day == Change.NEVER ? null : settings.midnight(day);
  }

  /** An agent, and when it first used what is new to it. */
  private record Watched(AgentProfile agent, Map<String, Instant> firstUsed) {

    void add(AgentAction action) {
      if (!agent.drift().items().isEmpty()) {
        String item = agent.drift().script().item(action.system(), action.permission());
        firstUsed.putIfAbsent(item, action.time());
      }
    }
  }
}
