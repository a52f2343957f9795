package io.driftline.simulate;

import io.driftline.activity.AgentKind;

/** The agent's own tasks, at an hour at which it never works. */
final class OffHoursUse implements AttackScript {

  @Override
  public boolean suits(AgentProfile agent) {
    return !agent.habits().nightly() && agent.kind() != AgentKind.ORGANIZATIONAL;
  }

  @Override
  public boolean byNight() {
    return true;
  }

  @Override
  public Intrusion intrude(AttackScene scene, int part) {
    MoveBuilder moves = scene.moves().pace(8);
    for (Workflow workflow : Workflows.of(scene.agent().purpose()).subList(0, 2)) {
      for (Step step : workflow.steps()) {
        moves.usual(step.operation(), scene.dice().between(2, 4));
      }
    }
    return Intrusion.alone(moves.build());
  }
}
