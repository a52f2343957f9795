package io.driftline.simulate;

/** Roles granted, keys made, secrets read by an agent that administers nothing. */
final class PrivilegeEscalation implements AttackScript {

  @Override
  public boolean suits(AgentProfile agent) {
    return agent.purpose() == Purpose.ANALYST || agent.purpose() == Purpose.HR_ASSISTANT;
  }

  @Override
  public Intrusion intrude(AttackScene scene, int part) {
    Area victim = scene.foreignArea();
    return Intrusion.mixed(
        scene
            .moves()
            .pace(9)
            .denied(0.15)
            .in(victim, Operation.CLOUD_LIST, 1)
            .in(victim, Operation.CLOUD_GRANT, scene.dice().between(2, 3))
            .in(victim, Operation.IDENTITY_GROUP, scene.dice().between(1, 2))
            .in(victim, Operation.CLOUD_KEY, scene.dice().between(1, 2))
            .in(victim, Operation.VAULT_READ, scene.dice().between(2, 4))
            .build());
  }
}
