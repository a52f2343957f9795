package io.driftline.simulate;

import io.driftline.activity.AgentKind;
import io.driftline.activity.Requester;
import java.util.List;
import java.util.stream.IntStream;

/** Who asks an agent to act: its owner, its team and neighbours, a few agents, a scheduler. */
record Callers(People people, List<AgentProfile> agents) {
  private static final double OWNER = 0.95;
  private static final double UNKNOWN = 0.01;
  private static final double ANALYST_CALLED_BY_AGENT = 0.2;
  private static final double OTHER_CALLED_BY_AGENT = 0.03;
  private static final int TEAM = 12;
  private static final int CALLING_AGENTS = 3;

  /** The requester of one session; {@code null} when the event would not say. */
  Requester of(SessionPlan plan, Dice dice) {
    AgentProfile agent = plan.agent();
    if (plan.nightly()) {
      return new Requester("nightly-" + agent.purpose().code(), Requester.Type.SCHEDULE);
    }
    if (agent.kind() == AgentKind.PERSONAL && dice.chance(OWNER)) {
      return user(agent.principal());
    }
    if (agent.kind() == AgentKind.THIRD_PARTY && dice.chance(UNKNOWN)) {
      return null;
    }
    return dice.chance(calledByAgent(agent)) ? caller(agent, dice) : colleague(plan, dice);
  }

  private static double calledByAgent(AgentProfile agent) {
    return agent.purpose() == Purpose.ANALYST ? ANALYST_CALLED_BY_AGENT : OTHER_CALLED_BY_AGENT;
  }

  private Requester caller(AgentProfile agent, Dice dice) {
    AgentProfile caller = caller(agent, dice.skewed(CALLING_AGENTS));
    return new Requester(caller.id(), Requester.Type.AGENT);
  }

  private AgentProfile caller(AgentProfile agent, int rank) {
    // The last agent falls dormant and calls nobody.
    return agents.get((agent.index() + 1 + 2 * rank) % (agents.size() - 1));
  }

  /** The agents that are set up to call this one. */
  List<AgentProfile> of(AgentProfile agent) {
    return IntStream.range(0, CALLING_AGENTS).mapToObj(rank -> caller(agent, rank)).toList();
  }

  private Requester colleague(SessionPlan plan, Dice dice) {
    int place = (int) (plan.agent().taste() % TEAM) + dice.skewed(TEAM);
    return user(people.of(plan.agent().purpose().area(dice), place, plan.day()));
  }

  private static Requester user(Person person) {
    return new Requester(person.address(), Requester.Type.USER);
  }
}
