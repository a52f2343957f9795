package io.driftline.simulate;

import io.driftline.activity.Requester;
import java.util.ArrayList;
import java.util.List;

/** Turns a planned session into its actions, in order of time. */
final class SessionGenerator {
  private final Callers callers;
  private final ResourceChooser resources;

  SessionGenerator(Callers callers, ResourceChooser resources) {
    this.callers = callers;
    this.resources = resources;
  }

  List<SimulatedAction> actions(SessionPlan plan) {
    Dice dice = new Dice(plan.seed());
    Requester requester = callers.of(plan, dice);
    String address = plan.agent().network().address(plan.day(), dice);
    return new SessionEvents(plan, requester, address).of(moves(plan, dice));
  }

  private List<Move> moves(SessionPlan plan, Dice dice) {
    Intrusion intrusion = plan.intrusion();
    if (intrusion != null && !intrusion.mixed()) {
      return intrusion.moves();
    }
    List<Move> ordinary = ordinary(plan, dice);
    return intrusion == null ? ordinary : interrupted(ordinary, intrusion.moves(), dice);
  }

  private List<Move> ordinary(SessionPlan plan, Dice dice) {
    Drift drift = plan.agent().drift();
    AgentProfile agent = drift.role(plan.agent(), plan.day(), dice);
    Workflow workflow =
        plan.nightly()
            ? Workflows.nightly(agent.purpose())
            : agent.workflows().pick(plan.day(), dice);
    return new WorkflowWalker(resources, agent, plan.day(), plan.nightly(), dice)
        .walk(workflow.then(drift.besides(plan.day(), dice)));
  }

  /** The ordinary session runs up to some point, then the attack, and mostly the rest of it. */
  private static List<Move> interrupted(List<Move> ordinary, List<Move> attack, Dice dice) {
    int point = 1 + dice.below(ordinary.size());
    List<Move> all = new ArrayList<>(ordinary.size() + attack.size());
    all.addAll(ordinary.subList(0, point));
    all.addAll(attack);
    all.addAll(ordinary.subList(point, ordinary.size()));
    return all;
  }
}
