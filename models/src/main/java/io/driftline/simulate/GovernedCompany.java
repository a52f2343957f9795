package io.driftline.simulate;

import io.driftline.activity.AgentKind;
import io.driftline.activity.Credential;
import io.driftline.activity.Requester;
import io.driftline.registry.AgentRecord;
import io.driftline.registry.RegistryChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Who is there and what is going to happen, while it is being planned. */
final class GovernedCompany {

  private final WorkCalendar calendar;
  private final Staff staff;
  private final List<GovernedAgent> agents = new ArrayList<>();
  private final List<GovernedAgent> shadows = new ArrayList<>();
  private final List<Deed> deeds = new ArrayList<>();
  private final List<PlantedViolation> truth = new ArrayList<>();
  private final Dice names;

  GovernedCompany(WorkCalendar calendar, Staff staff, Dice names) {
    this.calendar = calendar;
    this.staff = staff;
    this.names = names;
  }

  WorkCalendar calendar() {
    return calendar;
  }

  Staff staff() {
    return staff;
  }

  /**
   * Registers an agent that may do nothing yet, with a credential of its own.
   *
   * @param owner {@code null} for nobody
   */
  GovernedAgent register(AgentKind kind, Purpose purpose, String owner, long time) {
    GovernedAgent agent = agent(kind, purpose, owner, time);
    agents.add(agent);
    return agent;
  }

  /** An agent that acts although nobody registers it. */
  GovernedAgent shadow(AgentKind kind, Purpose purpose, String owner, long time) {
    GovernedAgent agent = agent(kind, purpose, owner, time);
    shadows.add(agent);
    return agent;
  }

  private GovernedAgent agent(AgentKind kind, Purpose purpose, String owner, long time) {
    String id = "%s-%d".formatted(purpose.code(), agents.size() + shadows.size() + 1);
    AgentRecord first =
        new AgentRecord(
            id,
            kind,
            owner,
            kind == AgentKind.THIRD_PARTY ? Names.company(agents.size()) : null,
            purpose.code(),
            "1.0.0",
            List.of(),
            List.of(),
            List.of(),
            List.of());
    GovernedAgent agent = new GovernedAgent(purpose, first, time);
    issue(agent, time);
    return agent;
  }

  /** Gives the agent one more credential. */
  String issue(GovernedAgent agent, long time) {
    Credential issued = credential(agent.kind());
    agent.edit(time, draft -> draft.issue(issued.id(), issued.type()));
    return issued.id();
  }

  /** A credential that nobody has registered. */
  Credential credential(AgentKind kind) {
    String type =
        switch (kind) {
          case PERSONAL -> "oauth_token";
          case THIRD_PARTY -> "api_key";
          case ORGANIZATIONAL -> "service_account";
        };
    return new Credential("cred-" + Hex.of(names.nextLong()).substring(0, 12), type);
  }

  /** Gives an agent the right to do something where its purpose needs it. */
  void equip(GovernedAgent agent, Operation call, long time) {
    agent.edit(
        time,
        draft -> {
          draft.declare(call.system());
          draft.grant(Staff.right(call), Instant.ofEpochMilli(time));
        });
  }

  /** Gives the right and has the agent use it every day. */
  void employ(GovernedAgent agent, Operation... calls) {
    for (Operation call : calls) {
      equip(agent, call, agent.begin());
      agent.work(call);
    }
  }

  /** Lets somebody who is entitled to these things ask the agent for them. */
  void introduce(GovernedAgent agent, String person, Operation... calls) {
    agent.edit(agent.begin(), draft -> draft.allow(person));
    for (Operation call : calls) {
      staff.entitle(person, call);
    }
  }

  /** Everybody who may ask the agent for this at that time: people who are entitled, schedules. */
  List<Requester> requesters(GovernedAgent agent, Operation call, long time) {
    return agent.at(time).invokers().stream()
        .flatMap(invoker -> requester(agent, invoker, call, time))
        .toList();
  }

  private Stream<Requester> requester(
      GovernedAgent agent, String invoker, Operation call, long time) {
    if (Schedules.isSchedule(invoker)) {
      return Stream.of(Schedules.requester(invoker));
    }
    boolean can = staff.knows(invoker) && staff.mayDo(invoker, call, time);
    return can && (!agent.isPersonal() || invoker.equals(agent.at(time).owner()))
        ? Stream.of(user(invoker))
        : Stream.empty();
  }

  static Requester user(String id) {
    return new Requester(id, Requester.Type.USER);
  }

  void happens(Deed deed) {
    deeds.add(deed);
  }

  void isTrue(PlantedViolation violation) {
    truth.add(violation);
  }

  List<GovernedAgent> agents() {
    return agents;
  }

  /** All that act, registered or not. */
  List<GovernedAgent> everyAgent() {
    return Stream.concat(agents.stream(), shadows.stream()).toList();
  }

  /** What happens, in order of time. */
  List<Deed> deeds() {
    return deeds.stream()
        .sorted(Comparator.comparingLong(Deed::time).thenComparing(deed -> deed.agent().id()))
        .toList();
  }

  /** What the registry says, in order of time. */
  List<RegistryChange> registry() {
    return Stream.concat(
            staff.changes().stream(), agents.stream().flatMap(agent -> agent.changes().stream()))
        .sorted(
            Comparator.comparingLong(RegistryChange::time)
                .thenComparing(RegistryChange::subject)
                .thenComparing(RegistryChange::id))
        .toList();
  }

  /** The truth, in the order of the rules. */
  List<PlantedViolation> truth() {
    return truth.stream()
        .sorted(
            Comparator.comparing(PlantedViolation::rule).thenComparing(PlantedViolation::companion))
        .toList();
  }
}
