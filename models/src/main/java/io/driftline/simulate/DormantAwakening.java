package io.driftline.simulate;

/** The forgotten agent runs its own old tasks again, and looks around a little. */
final class DormantAwakening implements AttackScript {

  @Override
  public boolean suits(AgentProfile agent) {
    return agent.habits().fallsDormant();
  }

  @Override
  public Intrusion intrude(AttackScene scene, int part) {
    MoveBuilder moves = scene.moves();
    for (Workflow workflow : Workflows.of(scene.agent().purpose()).subList(0, 3)) {
      for (Step step : workflow.steps()) {
        moves.usual(step.operation(), scene.dice().between(1, 2));
      }
    }
    return Intrusion.alone(moves.usual(Operation.STORE_GET, 4).build());
  }
}
