package io.driftline.simulate;

/** One of the agent's everyday calls, again and again, several times a second. */
final class RunawayLoop implements AttackScript {

  @Override
  public boolean suits(AgentProfile agent) {
    return agent.purpose() == Purpose.IT_HELPDESK || agent.purpose() == Purpose.DEVOPS_COPILOT;
  }

  @Override
  public Intrusion intrude(AttackScene scene, int part) {
    Operation repeated = agentReadsTickets(scene) ? Operation.TICKET_READ : Operation.METRICS_QUERY;
    String resource =
        scene.resources().usual(repeated.resource(), scene.agent(), scene.day(), scene.dice());
    return Intrusion.mixed(
        scene.moves().pace(0.3).on(resource, repeated, scene.dice().between(300, 600)).build());
  }

  private static boolean agentReadsTickets(AttackScene scene) {
    return scene.agent().purpose() == Purpose.IT_HELPDESK;
  }
}
