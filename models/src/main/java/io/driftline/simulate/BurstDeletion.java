package io.driftline.simulate;

/** Files and mail deleted one after another, far faster and more than ever before. */
final class BurstDeletion implements AttackScript {

  @Override
  public boolean suits(AgentProfile agent) {
    return agent.purpose() == Purpose.FINANCE_OPS || agent.purpose() == Purpose.HR_ASSISTANT;
  }

  @Override
  public Intrusion intrude(AttackScene scene, int part) {
    return Intrusion.mixed(
        scene
            .moves()
            .pace(0.7)
            .usual(Operation.STORE_LIST, 2)
            .usual(Operation.STORE_DELETE, scene.dice().between(25, 40))
            .usual(Operation.MAIL_DELETE, scene.dice().between(6, 12))
            .build());
  }
}
