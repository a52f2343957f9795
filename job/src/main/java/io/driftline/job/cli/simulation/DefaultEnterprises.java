package io.driftline.job.cli.simulation;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentAction;
import io.driftline.registry.AgentRecord;
import io.driftline.simulate.EnterpriseSimulator;
import io.driftline.simulate.SimulatedAction;
import io.driftline.simulate.SimulationSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What the default model is trained on: the beginnings of several small, undisturbed enterprises
 * that know nothing of each other. They are the times in which everything is new, as it is where
 * the model is to judge. The agents of one are idle and those of another busy, since whether a pace
 * or a pause is unusual depends on how much there is to compare it with; each has time for about
 * the same number of actions per agent.
 */
public final class DefaultEnterprises {

  /** Actions per agent and day, one enterprise each. */
  private static final int[] PACES = {10, 20, 40, 80, 120, 240, 480};

  private static final int AGENTS = 28;

  /** Past these a cohort of a few agents has a model of its own. */
  private static final int ACTIONS_PER_AGENT = 240;

  /** Far from the seeds that anyone would measure with. */
  private static final long FIRST_SEED = 7_000_001;

  private DefaultEnterprises() {}

  /** Writes activity and registry; the same bytes every time. No labels. */
  public static void write(SimulationFiles files) throws IOException {
    List<AgentRecord> agents = new ArrayList<>();
    List<AgentAction> actions = new ArrayList<>();
    for (int i = 0; i < PACES.length; i++) {
      String name = "enterprise-" + i;
      EnterpriseSimulator simulator = new EnterpriseSimulator(settings(i));
      simulator.enterprise().registry().forEach(agent -> agents.add(within(name, agent)));
      simulator.stream().map(SimulatedAction::action).forEach(a -> actions.add(within(name, a)));
    }
    actions.sort(Comparator.comparing(AgentAction::time).thenComparing(AgentAction::eventId));
    files.write(agents, actions);
  }

  private static SimulationSettings settings(int enterprise) {
    SimulationSettings defaults = SimulationSettings.defaults();
    return defaults
        .withAttacks(Set.of())
        .withSeed(FIRST_SEED + enterprise)
        .withAgents(AGENTS)
        .withActionsPerAgentDay(PACES[enterprise])
        .withDays(Math.max(1, ACTIONS_PER_AGENT / PACES[enterprise]))
        .withStart(defaults.start().plus(Duration.ofDays(enterprise)));
  }

  /** Agents of two enterprises are neither the same nor peers. */
  private static AgentRecord within(String enterprise, AgentRecord agent) {
    return AgentRecord.of(
        enterprise + "/" + agent.agentId(),
        agent.kind(),
        agent.owner(),
        enterprise + "/" + agent.purpose());
  }

  private static AgentAction within(String enterprise, AgentAction action) {
    Agent agent = action.agent();
    return new AgentAction(
        action.eventId(),
        action.time(),
        new Agent(
            enterprise + "/" + agent.id(),
            agent.kind(),
            agent.name(),
            agent.version(),
            agent.owner()),
        action.requester(),
        action.sessionId(),
        action.traceId(),
        action.parentAgentId(),
        action.system(),
        action.action(),
        action.permission(),
        action.resource(),
        action.outcome(),
        action.credential(),
        action.sourceIp(),
        action.bytes());
  }
}
