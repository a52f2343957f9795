package io.driftline.simulate;

import io.driftline.registry.Grant;
import io.driftline.registry.UserStatus;
import java.time.Instant;
import java.util.function.Predicate;

/** What changes in a registry that is kept well: nothing of it violates a rule. */
final class HarmlessChanges {

  private static final int REVIEW_DAY = 24;

  private final GovernedCompany company;
  private final Dice dice;

  HarmlessChanges(GovernedCompany company, Dice dice) {
    this.company = company;
    this.dice = dice;
  }

  /** Reviews grants in time: sooner than 30 days after they were given. */
  void review(GovernedAgent agent, Predicate<Grant> reviewed) {
    long time = early(REVIEW_DAY);
    agent.edit(time, draft -> draft.review(Instant.ofEpochMilli(time), reviewed));
  }

  /** A few new versions. */
  void release(GovernedAgent agent) {
    for (int minor = 1; minor <= 2; minor++) {
      String version = "1.%d.0".formatted(minor);
      agent.edit(early(15 * minor + dice.below(12)), draft -> draft.release(version));
    }
  }

  /** A new credential takes the place of the old one. */
  void rotate(GovernedAgent agent) {
    long time = atWork(8 + dice.below(30));
    String old = agent.credentials(time).get(0).id();
    company.issue(agent, time);
    agent.edit(time, draft -> draft.rotate(old, Instant.ofEpochMilli(time)));
  }

  /** The owner hands the agent over, and leaves the day after. */
  void handOver(GovernedAgent agent) {
    int day = 10 + dice.below(25);
    String leaver = company.staff().somebody();
    agent.edit(agent.begin(), draft -> draft.handTo(leaver));
    company.introduce(agent, leaver, agent.routines().get(0).call());
    String heir = company.staff().regular(dice);
    agent.edit(
        early(day),
        draft -> {
          draft.handTo(heir);
          draft.disallow(leaver);
        });
    company.staff().status(leaver, UserStatus.DEPARTED, early(day + 1));
  }

  /** Somebody joins, is entitled, and may ask the agent only then; is away for a while. */
  void welcome(GovernedAgent agent) {
    int day = 6 + dice.below(10);
    String person = company.staff().join(early(day));
    long entitled = early(day + 1);
    agent.routines().forEach(routine -> company.staff().entitle(person, routine.call(), entitled));
    agent.edit(early(day + 2), draft -> draft.allow(person));
    company.staff().status(person, UserStatus.DISABLED, early(day + 12));
    company.staff().status(person, UserStatus.ACTIVE, early(day + 19));
  }

  /** A further access: granted, declared, and people entitled to it, before it is first used. */
  void extend(GovernedAgent agent, Operation call) {
    int day = 8 + dice.below(15);
    String first = agent.at(agent.begin()).invokers().get(0);
    company.staff().entitle(first, call, early(day));
    long granted = early(day + 1);
    company.equip(agent, call, granted);
    agent.work(call, granted);
  }

  /** An access that is no longer needed is taken back, and no longer used. */
  void takeBack(GovernedAgent agent, Operation call) {
    long time = atWork(10 + dice.below(25));
    agent.stop(call, time);
    agent.edit(time, draft -> draft.revoke(Staff.right(call)));
  }

  /** A grant that was to end is renewed before it does. */
  void renew(GovernedAgent agent, Operation call) {
    int day = 12 + dice.below(20);
    agent.edit(agent.begin(), draft -> draft.expire(Staff.right(call), instant(early(day + 2))));
    agent.edit(early(day), draft -> draft.expire(Staff.right(call), instant(early(day + 90))));
  }

  /** An agent is retired, and rests from then on. */
  void retire(GovernedAgent agent) {
    agent.retire(atWork(30 + dice.below(10)));
  }

  /** People get other managers. */
  void reorganise() {
    for (String person : company.staff().regulars()) {
      if (dice.chance(0.3)) {
        String manager = company.staff().regular(dice);
        company.staff().manager(person, manager, atWork(dice.below(40)));
      }
    }
  }

  /** A second credential, used in turn with the first. */
  void secondCredential(GovernedAgent agent) {
    company.issue(agent, agent.begin());
  }

  private static Instant instant(long time) {
    return Instant.ofEpochMilli(time);
  }

  private long early(int day) {
    return company.calendar().early(day, dice);
  }

  private long atWork(int day) {
    return company.calendar().atWork(day, dice);
  }
}
