package io.driftline.simulate;

import io.driftline.registry.AgentRecord;
import io.driftline.registry.RegistryChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An invented company: its people, and its agents with their owners, purposes and habits. What it
 * consists of follows from the settings alone; {@link EnterpriseSimulator} sets it in motion.
 */
public final class Enterprise {
  private static final long PEOPLE_LABEL = 30_000_000;

  private final SimulationSettings settings;
  private final People people;
  private final List<AgentProfile> agents;

  public Enterprise(SimulationSettings settings) {
    this(settings, UnaryOperator.identity());
  }

  /**
   * @param shaped what becomes of each agent that follows from the settings
   */
  Enterprise(SimulationSettings settings, UnaryOperator<AgentProfile> shaped) {
    this.settings = settings;
    this.people =
        new People(settings.people(), settings.days(), Dice.mix(settings.seed(), PEOPLE_LABEL));
    AgentFactory factory = new AgentFactory(settings, people);
    this.agents =
        IntStream.range(0, settings.agents()).mapToObj(factory::agent).map(shaped).toList();
  }

  /** Every agent as the organisation has declared it; a few have no owner. */
  public List<AgentRecord> registry() {
    return agents.stream().map(AgentProfile::registered).toList();
  }

  /**
   * What a registry of agents and people says from before the first action on: which systems each
   * agent is for, and who may do what by the job. Grants, invokers and credentials are not
   * declared.
   */
  public List<RegistryChange> declared() {
    JobRights rights = new JobRights(callers());
    Instant start = settings.start().minus(Duration.ofDays(1));
    long since = start.toEpochMilli();
    return Stream.concat(
            agents.stream()
                .map(agent -> RegistryChange.agent(agent.declared(rights, start), since)),
            people.all().stream()
                .map(person -> RegistryChange.user(person.declared(rights), since)))
        .toList();
  }

  /** The ids of everybody who works here, which are mail addresses. */
  public List<String> people() {
    return people.all().stream().map(Person::address).toList();
  }

  List<AgentProfile> agents() {
    return agents;
  }

  DayPlanner dayPlanner() {
    return dayPlanner(new AttackPlanner(settings, agents, resources()).plans());
  }

  /**
   * @param extra sessions that no ordinary day would have
   */
  DayPlanner dayPlanner(List<SessionPlan> extra) {
    return new DayPlanner(settings, agents, extra);
  }

  SessionGenerator sessionGenerator() {
    return new SessionGenerator(callers(), resources());
  }

  private Callers callers() {
    return new Callers(people, agents);
  }

  ResourceChooser resources() {
    return new ResourceChooser(people);
  }
}
