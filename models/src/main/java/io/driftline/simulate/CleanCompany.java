package io.driftline.simulate;

import io.driftline.registry.AgentRecord;
import io.driftline.registry.Grant;
import io.driftline.registry.Right;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills the company with agents that keep to every rule, and with harmless changes of all kinds.
 */
final class CleanCompany {

  /** So that no agent runs out of work when one of its accesses is taken back. */
  private static final int FEWEST_LEFT = 2;

  private final GovernedCompany company;
  private final CleanAgents agents;
  private final HarmlessChanges changes;
  private final Dice dice;
  private final List<GovernedAgent> lasting = new ArrayList<>();

  CleanCompany(GovernedCompany company, Dice dice) {
    this.company = company;
    this.agents = new CleanAgents(company, dice);
    this.changes = new HarmlessChanges(company, dice);
    this.dice = dice;
  }

  /** The agents that are there from the beginning to the end. */
  List<GovernedAgent> lasting() {
    return lasting;
  }

  /** Sets up the given number of agents. */
  void fill(int count) {
    for (int place = 0; place < count; place++) {
      if (place % 12 == 5) {
        newcomer(place);
      } else {
        veteran(place);
      }
    }
    changes.reorganise();
  }

  /** An agent that is new in the course of the span, and registered before it acts. */
  private void newcomer(int place) {
    int day = 6 + dice.below(6);
    keep(agents.set(place, company.calendar().early(day, dice)));
  }

  private void veteran(int place) {
    GovernedAgent agent = agents.set(place, company.calendar().agentsKnown());
    keep(agent);
    changeCredentials(agent, place);
    changeGrants(agent, place);
    changePeople(agent, place);
    if (place % 40 == 9) {
      changes.retire(agent);
    } else {
      lasting.add(agent);
    }
  }

  private void keep(GovernedAgent agent) {
    changes.review(agent, grant -> true);
    changes.release(agent);
  }

  private void changeCredentials(GovernedAgent agent, int place) {
    if (place % 5 == 4) {
      changes.secondCredential(agent);
    }
    if (place % 4 == 1) {
      changes.rotate(agent);
    }
  }

  private void changeGrants(GovernedAgent agent, int place) {
    if (place % 6 == 2) {
      agents.further(agent).ifPresent(call -> changes.extend(agent, call));
    }
    List<Operation> single = grantedByThemselves(agent);
    if (place % 9 == 4 && !single.isEmpty()) {
      changes.renew(agent, single.get(0));
    }
    if (place % 11 == 7 && single.size() > FEWEST_LEFT) {
      changes.takeBack(agent, single.get(single.size() - 1));
    }
  }

  private void changePeople(GovernedAgent agent, int place) {
    if (place % 7 == 6 && !agent.isPersonal()) {
      changes.welcome(agent);
    }
    if (place % 10 == 3 && !agent.isPersonal()) {
      changes.handOver(agent);
    }
  }

  /** What it does by a right that allows nothing else. */
  private static List<Operation> grantedByThemselves(GovernedAgent agent) {
    AgentRecord record = agent.at(agent.begin());
    List<Right> rights = record.grants().stream().map(Grant::right).toList();
    return agent.routines().stream()
        .map(Routine::call)
        .filter(call -> rights.contains(Staff.right(call)))
        .toList();
  }
}
