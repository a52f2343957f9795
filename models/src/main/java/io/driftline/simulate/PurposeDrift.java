package io.driftline.simulate;

import java.util.List;

/**
 * The agent takes over the everyday work of a purpose that is not its own: by the end, most of it.
 * Every single task is one that some other agent does every day.
 */
final class PurposeDrift implements AttackScript {

  private static final int EVERYDAY_TASKS = 3;

  @Override
  public boolean suits(AgentProfile agent) {
    return agent.purpose() == Purpose.SCHEDULING || agent.purpose() == Purpose.IT_HELPDESK;
  }

  @Override
  public int parts() {
    return 8;
  }

  @Override
  public Intrusion intrude(AttackScene scene, int part) {
    Purpose other = otherThan(scene.agent().purpose());
    List<Workflow> tasks = Workflows.of(other).subList(0, EVERYDAY_TASKS);
    MoveBuilder moves = scene.moves();
    // One task more in every third session.
    for (int task = 0; task <= part / EVERYDAY_TASKS; task++) {
      for (Step step : tasks.get((part + task) % EVERYDAY_TASKS).steps()) {
        moves.in(other.home(), step.operation(), step.calls(scene.dice()));
      }
    }
    return Intrusion.mixed(moves.build());
  }

  /** The same every time: it drifts towards one purpose. */
  private static Purpose otherThan(Purpose purpose) {
    return purpose == Purpose.SCHEDULING ? Purpose.HR_ASSISTANT : Purpose.FINANCE_OPS;
  }
}
