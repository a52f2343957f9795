package io.driftline.simulate;

/** A forged request: a vendor's bank details change, and the money goes out in parts. */
final class PaymentFraud implements AttackScript {

  @Override
  public boolean suits(AgentProfile agent) {
    return agent.purpose() == Purpose.FINANCE_OPS;
  }

  @Override
  public Intrusion intrude(AttackScene scene, int part) {
    Area home = scene.agent().purpose().home();
    String recipient =
        scene.resources().unseen(ResourceKind.BENEFICIARY, home, scene.day(), scene.dice());
    return Intrusion.mixed(
        scene
            .moves()
            .pace(7)
            .usual(Operation.MAIL_READ, 1)
            .usual(Operation.ERP_VENDOR_READ, 1)
            .usual(Operation.ERP_VENDOR_UPDATE, 1)
            .on(recipient, Operation.PAYMENTS_RECIPIENT, 1)
            .on(recipient, Operation.PAYMENTS_TRANSFER, scene.dice().between(3, 5))
            .usual(Operation.MAIL_DELETE, 1)
            .build());
  }
}
