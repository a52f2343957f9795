package io.driftline.simulate;

import io.driftline.registry.Right;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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

  JobRights(List<AgentProfile> agents) {
    Area.ALL.forEach(area -> byArea.put(area, everybodys()));
    for (AgentProfile agent : agents) {
      agent.declaredTasks().forEach(task -> serve(agent.purpose(), task));
    }
  }

  /** What somebody who works there may do, in order. */
  List<Right> of(Area area) {
    return List.copyOf(byArea.get(area));
  }

  /** The systems that an agent needs for its purpose, and for what it takes up, in order. */
  static List<String> systems(AgentProfile agent) {
    Set<String> systems = new TreeSet<>(OFFICE);
    agent.declaredTasks().stream()
        .flatMap(task -> task.steps().stream())
        .forEach(step -> systems.add(step.operation().system()));
    return List.copyOf(systems);
  }

  private void serve(Purpose purpose, Workflow task) {
    for (Step step : task.steps()) {
      purpose.served().forEach(area -> byArea.get(area).add(Staff.right(step.operation())));
    }
  }

  private static Set<Right> everybodys() {
    Set<Right> rights = new TreeSet<>();
    Stream.of(Operation.values())
        .filter(JobRights::isEverybodys)
        .forEach(call -> rights.add(Staff.right(call)));
    return rights;
  }

  private static boolean isEverybodys(Operation call) {
    return OFFICE.contains(call.system()) && !call.administers()
        || OPEN.contains(call.system()) && call.readsOnly();
  }
}
