package io.driftline.simulate;

import static io.driftline.activity.AgentKind.ORGANIZATIONAL;
import static io.driftline.activity.AgentKind.THIRD_PARTY;
import static io.driftline.simulate.Operation.*;

import io.driftline.posture.FindingSubject;
import io.driftline.posture.PostureRule;
import io.driftline.registry.UserStatus;

/** Agents that nobody answers for, nobody has registered, or whose actions nobody can check. */
final class OwnershipPlants {

  private final Planting planting;

  OwnershipPlants(Planting planting) {
    this.planting = planting;
  }

  /** The owner is taken out of the record, and nobody put in. */
  void ownerlessAgent() {
    GovernedAgent agent =
        planting.agent(Purpose.DEVOPS_COPILOT, ORGANIZATIONAL, CODE_READ, CI_READ, METRICS_QUERY);
    long time = planting.early(planting.day(10, 30));
    agent.edit(time, draft -> draft.handTo(null));
    planting.isTrue(PostureRule.OWNERLESS_AGENT, agent, FindingSubject.AGENT, time);
  }

  /** The owner leaves, and the agent goes on. */
  void ownerNotActive() {
    GovernedAgent agent =
        planting.agent(Purpose.ANALYST, ORGANIZATIONAL, WAREHOUSE_QUERY, STORE_PUT, CHAT_POST);
    long time = planting.early(planting.day(10, 30));
    String owner = Planting.owner(agent);
    planting.staff().status(owner, UserStatus.DEPARTED, time);
    planting.isTrue(PostureRule.OWNER_NOT_ACTIVE, agent, FindingSubject.ofUser(owner), time);
  }

  /** It is there one day, and works like any other. */
  void unregisteredAgent() {
    GovernedAgent agent =
        planting.shadow(Purpose.ANALYST, ORGANIZATIONAL, WAREHOUSE_QUERY, WIKI_EDIT, CHAT_POST);
    int day = planting.day(5, 30);
    long first = planting.atWork(day);
    agent.routines().replaceAll(each -> new Routine(each.call(), first, Long.MAX_VALUE));
    planting.happens(planting.deed(agent, WAREHOUSE_QUERY, first));
    planting.isTrue(PostureRule.UNREGISTERED_AGENT, agent, FindingSubject.AGENT, first);
  }

  /** For some days its platform logs neither on whose behalf it acts nor with which result. */
  void incompleteRecord() {
    GovernedAgent agent =
        planting.agent(Purpose.SALES_ASSISTANT, THIRD_PARTY, CRM_READ, CRM_UPDATE, MAIL_SEND);
    int day = planting.day(10, 30);
    long first = planting.atWork(day);
    planting.happens(planting.deed(agent, CRM_READ, first).poorlyLogged());
    for (int days = 1; days <= 3; days++) {
      long time = planting.atWork(planting.dayAfter(day, days));
      planting.happens(planting.deed(agent, CRM_READ, time).poorlyLogged());
    }
    planting.isTrue(
        PostureRule.INCOMPLETE_RECORD,
        agent,
        FindingSubject.ofRight(CRM_READ.system(), null),
        first);
  }

  /**
   * It works on Monday and Tuesday, and on Wednesday of the next week again: after more than seven
   * days, and fewer than those after which a grant counts as unused or a credential as dormant.
   */
  void dormantAgentUsed() {
    Operation[] calls = {TICKET_READ, TICKET_UPDATE, WIKI_READ};
    GovernedAgent agent = planting.agent(Purpose.IT_HELPDESK, ORGANIZATIONAL, calls);
    long rest = planting.early(2);
    long time = planting.early(9);
    for (Operation call : calls) {
      agent.stop(call, rest);
      agent.work(call, time);
    }
    planting.happens(planting.deed(agent, TICKET_READ, time));
    planting.isTrue(PostureRule.DORMANT_AGENT_USED, agent, FindingSubject.AGENT, time);
  }
}
