package io.driftline.simulate;

import static io.driftline.activity.AgentKind.ORGANIZATIONAL;
import static io.driftline.activity.AgentKind.PERSONAL;
import static io.driftline.activity.AgentKind.THIRD_PARTY;
import static io.driftline.simulate.Operation.*;

import io.driftline.activity.Requester;
import io.driftline.posture.FindingSubject;
import io.driftline.posture.PostureRule;
import io.driftline.registry.UserStatus;
import java.time.Instant;

/** People, and an agent, that get done through an agent what they may not do themselves. */
final class RequesterPlants {

  private final Planting planting;

  RequesterPlants(Planting planting) {
    this.planting = planting;
  }

  /** Somebody who may ask for personnel data, but not for payslips, asks for one. */
  void authorityBypass() {
    GovernedAgent agent =
        planting.agent(Purpose.HR_ASSISTANT, ORGANIZATIONAL, HR_READ, HR_PAYSLIP, MAIL_SEND);
    String person = planting.person(HR_READ);
    planting.company().introduce(agent, person);
    long time = act(agent, HR_PAYSLIP, person, planting.day(8, 35));
    planting.isTrue(PostureRule.AUTHORITY_BYPASS, agent, use(person, HR_PAYSLIP), time);
  }

  /** A job that somebody set up goes on after that person has left. */
  void requesterNotActive() {
    GovernedAgent agent =
        planting.agent(Purpose.ANALYST, ORGANIZATIONAL, WAREHOUSE_QUERY, WIKI_EDIT, STORE_PUT);
    String person = planting.person(WAREHOUSE_QUERY);
    planting.company().introduce(agent, person);
    int day = planting.day(10, 30);
    planting.staff().status(person, UserStatus.DEPARTED, planting.early(day));
    long time = act(agent, WAREHOUSE_QUERY, person, planting.dayAfter(day, 1));
    FindingSubject gone = FindingSubject.ofUser(person);
    planting.isTrue(PostureRule.REQUESTER_NOT_ACTIVE, agent, gone, time);
  }

  /** Somebody who may see payments herself asks an agent that is not there for her. */
  void invokerNotAllowed() {
    GovernedAgent agent =
        planting.agent(Purpose.FINANCE_OPS, ORGANIZATIONAL, PAYMENTS_LIST, ERP_READ, MAIL_SEND);
    String person = planting.person(PAYMENTS_LIST);
    long time = act(agent, PAYMENTS_LIST, person, planting.day(8, 35));
    planting.isTrue(PostureRule.INVOKER_NOT_ALLOWED, agent, FindingSubject.ofUser(person), time);
  }

  /**
   * For two days a personal agent may export accounts, which its owner may not; a colleague may.
   */
  void beyondOwner() {
    GovernedAgent agent =
        planting.agent(Purpose.SALES_ASSISTANT, PERSONAL, CRM_READ, CRM_UPDATE, MAIL_DRAFT);
    String colleague = planting.person(CRM_EXPORT);
    planting.company().introduce(agent, colleague);
    int day = planting.day(8, 30);
    long granted = planting.early(day);
    agent.edit(
        granted, draft -> draft.grant(Staff.right(CRM_EXPORT), Instant.ofEpochMilli(granted)));
    agent.edit(planting.early(day + 2), draft -> draft.revoke(Staff.right(CRM_EXPORT)));
    long time = act(agent, CRM_EXPORT, colleague, day);
    planting.isTrue(PostureRule.BEYOND_OWNER, agent, use(Planting.owner(agent), CRM_EXPORT), time);
  }

  /** An agent without any right to payments has another one pay, for somebody who may. */
  void widenedChain() {
    GovernedAgent caller =
        planting.agent(Purpose.ANALYST, THIRD_PARTY, WAREHOUSE_QUERY, WIKI_EDIT, CHAT_POST);
    GovernedAgent called =
        planting.agent(
            Purpose.FINANCE_OPS, ORGANIZATIONAL, PAYMENTS_LIST, ERP_READ, PAYMENTS_TRANSFER);
    String person = planting.person(WAREHOUSE_QUERY, PAYMENTS_TRANSFER);
    planting.company().introduce(caller, person);
    planting.company().introduce(called, person);
    called.edit(called.begin(), draft -> draft.allow(caller.id()));
    Deed asked =
        planting.deed(
            caller,
            WAREHOUSE_QUERY,
            planting.atWork(planting.day(8, 35)),
            GovernedCompany.user(person));
    planting.happens(asked);
    long time = asked.time() + 20_000;
    Requester named = new Requester(caller.id(), Requester.Type.AGENT);
    planting.happens(
        planting.deed(called, PAYMENTS_TRANSFER, time, named).calledBy(caller, asked.trace()));
    planting.isTrue(
        PostureRule.WIDENED_CHAIN,
        called,
        FindingSubject.ofChain(
            caller.id(), PAYMENTS_TRANSFER.system(), PAYMENTS_TRANSFER.permission()),
        time);
  }

  private long act(GovernedAgent agent, Operation call, String person, int day) {
    long time = planting.atWork(day);
    planting.happens(planting.deed(agent, call, time, GovernedCompany.user(person)));
    return time;
  }

  private static FindingSubject use(String person, Operation call) {
    return FindingSubject.ofUse(person, call.system(), call.permission());
  }
}
