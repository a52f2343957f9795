package io.driftline.simulate;

import io.driftline.registry.Right;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may do what by the job: every desk's own tools, open reading, and whatever the agents do that
 * serve the person's department. It follows from who works where, not from what anybody did.
 */
final class JobRights {

  /** On every desk, and part of no agent's purpose. */
  private static final Set<String> OFFICE =
      Set.of("mail", "calendar", "chat", "wiki", "web", "object_store", "ticketing");

  /** Everybody may look: neither people's records, nor money, nor keys are there. */
  private static final Set<String> OPEN = Set.of("crm", "code", "ci", "warehouse", "monitoring");

  private final Map<Area, Set<Right>> byArea = new EnumMap<>(Area.class);
  private final Map<AgentProfile, Set<Right>> byAgent = new HashMap<>();

  /**
   * @param callers who has which agent do what
   */
  JobRights(Callers callers) {
    Area.ALL.forEach(area -> byArea.put(area, rights(JobRights::isEverybodys)));
    callers.agents().forEach(agent -> byAgent.put(agent, rights(JobRights::isEveryAgents)));
    for (AgentProfile agent : callers.agents()) {
      Set<Right> used = used(agent);
      agent.purpose().served().forEach(area -> byArea.get(area).addAll(used));
      byAgent.get(agent).addAll(used);
      callers.of(agent).forEach(caller -> byAgent.get(caller).addAll(used));
    }
  }

  /** What somebody who works there may do, in order. */
  List<Right> of(Area area) {
    return List.copyOf(byArea.get(area));
  }

  /** What an agent may do: what its tasks need, and those of the agents it calls; in order. */
  List<Right> of(AgentProfile agent) {
    return List.copyOf(byAgent.get(agent));
  }

  /** The systems that an agent needs for its purpose, and for what it takes up, in order. */
  static List<String> systems(AgentProfile agent) {
    Set<String> systems = new TreeSet<>(OFFICE);
    used(agent).forEach(right -> systems.add(right.system()));
    return List.copyOf(systems);
  }

  private static Set<Right> used(AgentProfile agent) {
    return agent.declaredTasks().stream()
        .flatMap(task -> task.steps().stream())
        .map(step -> Staff.right(step.operation()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<Right> rights(Predicate<Operation> allowed) {
    return Stream.of(Operation.values())
        .filter(allowed)
        .map(Staff::right)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isEverybodys(Operation call) {
    return OFFICE.contains(call.system()) && !call.administers()
        || OPEN.contains(call.system()) && call.readsOnly();
  }

  /** Any agent may look into what is on every desk. */
  private static boolean isEveryAgents(Operation call) {
    return OFFICE.contains(call.system()) && call.readsOnly();
  }
}
