package io.driftline.simulate;

import java.util.List;

/** One foreign system after another is listed and read; some of it is refused. */
final class LateralMovement implements AttackScript {

  private static final List<Operation> EXPLORED =
      List.of(
          Operation.IDENTITY_LOOKUP,
          Operation.CLOUD_LIST,
          Operation.CLOUD_DESCRIBE,
          Operation.CODE_SEARCH,
          Operation.CODE_READ,
          Operation.VAULT_LIST,
          Operation.CI_READ,
          Operation.METRICS_QUERY,
          Operation.WAREHOUSE_TABLES,
          Operation.WAREHOUSE_QUERY);

  @Override
  public boolean suits(AgentProfile agent) {
    return agent.purpose() == Purpose.SCHEDULING || agent.purpose() == Purpose.SALES_ASSISTANT;
  }

  @Override
  public Intrusion intrude(AttackScene scene, int part) {
    MoveBuilder moves = scene.moves().denied(0.25);
    for (Operation operation : EXPLORED) {
      moves.in(Area.ENGINEERING, operation, scene.dice().between(1, 3));
    }
    return Intrusion.mixed(moves.build());
  }
}
