package io.driftline.simulate;

/** Four or five foreign documents in each of several sessions; the last sends them out. */
final class SlowExfiltration implements AttackScript {

  @Override
  public boolean suits(AgentProfile agent) {
    return agent.purpose() == Purpose.SALES_ASSISTANT || agent.purpose() == Purpose.ANALYST;
  }

  @Override
  public int parts() {
    return 6;
  }

  @Override
  public Intrusion intrude(AttackScene scene, int part) {
    // The same area every time: a thief works through one department.
    Area victim = scene.agent().purpose().home().shifted(4);
    MoveBuilder moves =
        scene
            .moves()
            .pace(15)
            .in(victim, Operation.STORE_GET, scene.dice().between(3, 4))
            .in(victim, Operation.WIKI_READ, scene.dice().between(1, 2));
    if (part == parts() - 1) {
      moves.unseen(Operation.MAIL_SEND_OUT, 4);
    }
    return Intrusion.mixed(moves.build());
  }
}
