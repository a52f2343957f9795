package io.driftline.simulate;

/** Downloads of the usual kind, but a hundred and more times their usual size. */
final class BulkExfiltration implements AttackScript {

  private static final double TIMES_THE_USUAL = 120;

  @Override
  public boolean suits(AgentProfile agent) {
    return agent.purpose() == Purpose.ANALYST || agent.purpose() == Purpose.HR_ASSISTANT;
  }

  @Override
  public Intrusion intrude(AttackScene scene, int part) {
    return Intrusion.mixed(
        scene
            .moves()
            .pace(20)
            .usual(Operation.STORE_LIST, 1)
            .bytes(TIMES_THE_USUAL)
            .usual(Operation.STORE_GET, scene.dice().between(8, 14))
            .usual(Operation.WAREHOUSE_QUERY, scene.dice().between(3, 5))
            .build());
  }
}
