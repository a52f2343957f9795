package io.driftline.simulate;

/** A poisoned page turns a user's session: search, read what is sensitive, send it out. */
final class InjectedTakeover implements AttackScript {

  @Override
  public boolean suits(AgentProfile agent) {
    return agent.purpose() == Purpose.SALES_ASSISTANT || agent.purpose() == Purpose.SCHEDULING;
  }

  @Override
  public Intrusion intrude(AttackScene scene, int part) {
    Area victim = scene.foreignArea();
    return Intrusion.mixed(
        scene
            .moves()
            .usual(Operation.WEB_FETCH, 1)
            .usual(Operation.MAIL_SEARCH, 1)
            .usual(Operation.MAIL_READ, scene.dice().between(2, 4))
            .in(victim, Operation.STORE_LIST, 1)
            .in(victim, Operation.STORE_GET, scene.dice().between(2, 4))
            .unseen(Operation.MAIL_SEND_OUT, scene.dice().between(2, 3))
            .in(victim, Operation.STORE_SHARE, 1)
            .build());
  }
}
