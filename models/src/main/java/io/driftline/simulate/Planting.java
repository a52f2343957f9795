package io.driftline.simulate;

import io.driftline.activity.AgentKind;
import io.driftline.activity.Credential;
import io.driftline.activity.Requester;
import io.driftline.posture.FindingSubject;
import io.driftline.posture.PostureRule;
import io.driftline.registry.Grant;
import java.util.function.Predicate;

/** What all plants need: an agent that is clean but for what will be planted, and times. */
final class Planting {

  private final GovernedCompany company;
  private final HarmlessChanges changes;
  private final GovernanceSettings settings;
  private final Dice dice;

  Planting(GovernedCompany company, GovernanceSettings settings, Dice dice) {
    this.company = company;
    this.changes = new HarmlessChanges(company, dice);
    this.settings = settings;
    this.dice = dice;
  }

  GovernedCompany company() {
    return company;
  }

  Staff staff() {
    return company.staff();
  }

  GovernanceSettings settings() {
    return settings;
  }

  /** A clean agent that does these things day after day, for its owner and a colleague. */
  GovernedAgent agent(Purpose purpose, AgentKind kind, Operation... calls) {
    return agent(purpose, kind, grant -> true, calls);
  }

  /**
   * @param reviewed which grants are reviewed in time
   */
  GovernedAgent agent(
      Purpose purpose, AgentKind kind, Predicate<Grant> reviewed, Operation... calls) {
    GovernedAgent agent =
        company.register(kind, purpose, staff().somebody(), company.calendar().agentsKnown());
    equip(agent, calls);
    changes.review(agent, reviewed);
    return agent;
  }

  /** An agent that does these things, and that nobody has registered. */
  GovernedAgent shadow(Purpose purpose, AgentKind kind, Operation... calls) {
    GovernedAgent agent =
        company.shadow(kind, purpose, staff().somebody(), company.calendar().agentsKnown());
    equip(agent, calls);
    return agent;
  }

  private void equip(GovernedAgent agent, Operation... calls) {
    company.employ(agent, calls);
    company.introduce(agent, owner(agent), calls);
    if (!agent.isPersonal()) {
      company.introduce(agent, staff().somebody(), calls);
    }
  }

  static String owner(GovernedAgent agent) {
    return agent.at(agent.begin()).owner();
  }

  /** Somebody of whom nothing else is to be told, entitled to these things. */
  String person(Operation... calls) {
    String person = staff().somebody();
    for (Operation call : calls) {
      staff().entitle(person, call);
    }
    return person;
  }

  /** Some working day between two days of the span. */
  int day(int first, int last) {
    return company.calendar().workday(dice.between(first, last));
  }

  /** The working day after a day, or a later one. */
  int dayAfter(int day, int days) {
    return company.calendar().workday(day + days);
  }

  long atWork(int day) {
    return company.calendar().atWork(day, dice);
  }

  long early(int day) {
    return company.calendar().early(day, dice);
  }

  /** Has it do something for its owner. */
  Deed deed(GovernedAgent agent, Operation call, long time) {
    return deed(agent, call, time, GovernedCompany.user(owner(agent)));
  }

  Deed deed(GovernedAgent agent, Operation call, long time, Requester requester) {
    Credential credential = DailyWork.credential(agent, time, 0);
    return Deed.of(agent, time, call, requester, credential);
  }

  void happens(Deed deed) {
    company.happens(deed);
  }

  void isTrue(PostureRule rule, GovernedAgent agent, FindingSubject subject, long knownFrom) {
    company.isTrue(new PlantedViolation(rule, agent.id(), subject, knownFrom, false));
  }

  void entails(PostureRule rule, GovernedAgent agent, FindingSubject subject, long knownFrom) {
    company.isTrue(new PlantedViolation(rule, agent.id(), subject, knownFrom, true));
  }

  static FindingSubject right(Operation call) {
    return FindingSubject.ofRight(call.system(), call.permission());
  }
}
