package io.driftline.simulate;

/** The agent's credential at work elsewhere: ordinary calls, only the network is wrong. */
final class CredentialTheft implements AttackScript {

  @Override
  public boolean suits(AgentProfile agent) {
    return agent.purpose() == Purpose.ANALYST || agent.purpose() == Purpose.DEVOPS_COPILOT;
  }

  @Override
  public Intrusion intrude(AttackScene scene, int part) {
    MoveBuilder moves = scene.moves().pace(6);
    for (Step step : Workflows.of(scene.agent().purpose()).get(0).steps()) {
      moves.usual(step.operation(), scene.dice().between(1, 3));
    }
    moves
        .usual(Operation.STORE_LIST, 1)
        .usual(Operation.STORE_GET, scene.dice().between(4, 8))
        .usual(Operation.WAREHOUSE_QUERY, scene.dice().between(3, 6));
    return Intrusion.alone(moves.build()).comingFrom(Network.anywhere(scene.dice()));
  }
}
