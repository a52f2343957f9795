package io.driftline.simulate;

import io.driftline.activity.Credential;
import io.driftline.activity.Requester;
import io.driftline.registry.RegisteredCredential;
import java.util.List;
import java.util.Set;

/** What happens day after day, by the rules. */
final class DailyWork {

  /** Tuesdays and Thursdays, in a span that begins on a Monday. */
  private static final Set<Integer> DAYS_OF_CALLS = Set.of(1, 3);

  private static final int CALLED_EVERY = 4;

  private final GovernedCompany company;
  private final Dice dice;

  DailyWork(GovernedCompany company, Dice dice) {
    this.company = company;
    this.dice = dice;
  }

  /** Has an agent do on every working day what it always does, for somebody who may ask for it. */
  void plan(GovernedAgent agent) {
    for (int day : company.calendar().workdays()) {
      for (int i = 0; i < agent.routines().size(); i++) {
        long time = company.calendar().atWork(day, dice);
        if (agent.routines().get(i).includes(time)) {
          act(agent, agent.routines().get(i).call(), time, day + i);
        }
      }
    }
  }

  private void act(GovernedAgent agent, Operation call, long time, int turn) {
    List<Requester> requesters = company.requesters(agent, call, time);
    Credential credential = credential(agent, time, turn);
    company.happens(Deed.of(agent, time, call, dice.pick(requesters), credential));
  }

  /** The agent's credentials in turn. */
  static Credential credential(GovernedAgent agent, long time, int turn) {
    List<RegisteredCredential> issued = agent.credentials(time);
    RegisteredCredential next = issued.get(turn % issued.size());
    return new Credential(next.id(), next.type());
  }

  /**
   * Has some agents call others of their purpose for what both may do.
   *
   * @param agents those there from the beginning to the end
   */
  void planCalls(List<GovernedAgent> agents) {
    for (int i = 0; i < agents.size(); i += CALLED_EVERY) {
      GovernedAgent called = agents.get(i);
      if (!called.isPersonal()) {
        agents.stream()
            .filter(other -> other != called && other.purpose() == called.purpose())
            .filter(other -> shared(called, other) != null)
            .findFirst()
            .ifPresent(caller -> planCalls(caller, called));
      }
    }
  }

  private void planCalls(GovernedAgent caller, GovernedAgent called) {
    String person = caller.at(caller.begin()).invokers().get(0);
    Operation call = shared(called, caller);
    called.edit(called.begin(), draft -> draft.allow(caller.id()));
    called.edit(called.begin(), draft -> draft.allow(person));
    for (int day : company.calendar().workdays()) {
      if (DAYS_OF_CALLS.contains(day % 7)) {
        call(caller, called, call, person, company.calendar().atWork(day, dice));
      }
    }
  }

  /** The person asks the one agent, which asks the other; logs name the one or the other. */
  private void call(
      GovernedAgent caller, GovernedAgent called, Operation call, String person, long time) {
    Deed first =
        Deed.of(caller, time, call, GovernedCompany.user(person), credential(caller, time, 0));
    long later = time + dice.between(5_000, 60_000);
    Requester named =
        dice.chance(0.5)
            ? GovernedCompany.user(person)
            : new Requester(caller.id(), Requester.Type.AGENT);
    company.happens(first);
    company.happens(
        Deed.of(called, later, call, named, credential(called, later, 0))
            .calledBy(caller, first.trace()));
  }

  /** What both do from the first day to the last; {@code null} for nothing. */
  private static Operation shared(GovernedAgent one, GovernedAgent other) {
    return one.routines().stream()
        .map(Routine::call)
        .filter(call -> one.alwaysDoes(call) && other.alwaysDoes(call))
        .findFirst()
        .orElse(null);
  }
}
