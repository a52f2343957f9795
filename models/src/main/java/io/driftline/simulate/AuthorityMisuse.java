package io.driftline.simulate;

/** A colleague from elsewhere, never seen here, asks for pay and personal records. */
final class AuthorityMisuse implements AttackScript {

  @Override
  public boolean suits(AgentProfile agent) {
    return agent.purpose() == Purpose.HR_ASSISTANT;
  }

  @Override
  public Intrusion intrude(AttackScene scene, int part) {
    Person stranger =
        scene.people().of(scene.foreignArea(), scene.dice().between(5, 500), scene.day());
    return Intrusion.alone(
            scene
                .moves()
                .pace(10)
                .usual(Operation.HR_READ, scene.dice().between(3, 6))
                .usual(Operation.HR_PAYSLIP, scene.dice().between(6, 10))
                .on(stranger.address(), Operation.MAIL_SEND, 2)
                .build())
        .askedBy(stranger);
  }
}
