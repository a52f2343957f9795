package io.driftline.simulate;

import static io.driftline.activity.AgentKind.ORGANIZATIONAL;
import static io.driftline.activity.AgentKind.THIRD_PARTY;
import static io.driftline.simulate.Operation.*;

import io.driftline.posture.FindingSubject;
import io.driftline.posture.PostureRule;
import io.driftline.registry.Right;
import java.time.Duration;
import java.time.Instant;

/** Rights that were never given, are over, nobody looks after or needs. */
final class GrantPlants {

  private final Planting planting;

  GrantPlants(Planting planting) {
    this.planting = planting;
  }

  /** A help desk that may look people up resets a password, for somebody who may do that. */
  void noGrant() {
    GovernedAgent agent =
        planting.agent(
            Purpose.IT_HELPDESK, THIRD_PARTY, TICKET_READ, TICKET_UPDATE, IDENTITY_LOOKUP);
    String person = planting.person(IDENTITY_RESET);
    planting.company().introduce(agent, person);
    long time = planting.atWork(planting.day(8, 35));
    planting.happens(planting.deed(agent, IDENTITY_RESET, time, GovernedCompany.user(person)));
    planting.isTrue(PostureRule.NO_GRANT, agent, Planting.right(IDENTITY_RESET), time);
  }

  /** A grant ends, is used on the next day, and renewed on the day after: too late. */
  void expiredGrantUsed() {
    GovernedAgent agent =
        planting.agent(Purpose.FINANCE_OPS, ORGANIZATIONAL, ERP_LIST, ERP_READ, ERP_POST);
    Right right = Staff.right(ERP_POST);
    int day = planting.day(10, 30);
    long end = end(agent, right, day);
    int next = planting.dayAfter(day, 1);
    long used = planting.atWork(next);
    long renewed = planting.early(planting.dayAfter(next, 1));
    agent.stop(ERP_POST, end);
    planting.happens(planting.deed(agent, ERP_POST, used));
    agent.edit(
        renewed,
        draft -> {
          draft.revoke(right);
          draft.grant(right, Instant.ofEpochMilli(renewed));
        });
    agent.work(ERP_POST, renewed);
    planting.isTrue(PostureRule.EXPIRED_GRANT_USED, agent, Planting.right(ERP_POST), used);
    planting.entails(PostureRule.GRANT_EXPIRED, agent, Planting.right(ERP_POST), end);
  }

  /** A grant ends, and is taken off the record four days later; nobody uses it any more. */
  void grantExpired() {
    GovernedAgent agent =
        planting.agent(Purpose.HR_ASSISTANT, THIRD_PARTY, HR_READ, HR_PAYSLIP, CALENDAR_LIST);
    Right right = Staff.right(HR_PAYSLIP);
    int day = planting.day(10, 30);
    long end = end(agent, right, day);
    agent.stop(HR_PAYSLIP, end);
    agent.edit(planting.early(day + 4), draft -> draft.revoke(right));
    planting.isTrue(PostureRule.GRANT_EXPIRED, agent, Planting.right(HR_PAYSLIP), end);
  }

  private long end(GovernedAgent agent, Right right, int day) {
    long end = planting.atWork(day);
    agent.edit(agent.begin(), draft -> draft.expire(right, Instant.ofEpochMilli(end)));
    return end;
  }

  /** All grants are reviewed in time but for one, which is reviewed ten days too late. */
  void reviewOverdue() {
    Right right = Staff.right(VAULT_READ);
    GovernedAgent agent =
        planting.agent(
            Purpose.DEVOPS_COPILOT,
            ORGANIZATIONAL,
            grant -> !grant.right().equals(right),
            CODE_READ,
            CI_RUN,
            VAULT_READ);
    long due = agent.begin() + Duration.ofDays(GovernanceSettings.REVIEW_DAYS).toMillis();
    long reviewed = planting.early(GovernanceSettings.REVIEW_DAYS + 9);
    agent.edit(
        reviewed,
        draft -> draft.review(Instant.ofEpochMilli(reviewed), each -> each.right().equals(right)));
    planting.isTrue(PostureRule.REVIEW_OVERDUE, agent, Planting.right(VAULT_READ), due);
  }

  /** It may export accounts and never does. */
  void unusedGrant() {
    GovernedAgent agent =
        planting.agent(Purpose.SALES_ASSISTANT, THIRD_PARTY, CRM_READ, MAIL_DRAFT, MAIL_SEND_OUT);
    planting.company().equip(agent, CRM_EXPORT, agent.begin());
    long due = agent.begin() + Duration.ofDays(planting.settings().unusedGrantDays()).toMillis();
    planting.isTrue(PostureRule.UNUSED_GRANT, agent, Planting.right(CRM_EXPORT), due);
  }

  /** For two days it may read what it has no business with, and does. */
  void outsidePurpose() {
    GovernedAgent agent =
        planting.agent(Purpose.SCHEDULING, THIRD_PARTY, CALENDAR_LIST, CALENDAR_CREATE, MAIL_SEND);
    String person = planting.person(HR_READ);
    planting.company().introduce(agent, person);
    int day = planting.day(8, 30);
    long granted = planting.early(day);
    agent.edit(granted, draft -> draft.grant(Staff.right(HR_READ), Instant.ofEpochMilli(granted)));
    agent.edit(planting.early(day + 2), draft -> draft.revoke(Staff.right(HR_READ)));
    long time = planting.atWork(day);
    planting.happens(planting.deed(agent, HR_READ, time, GovernedCompany.user(person)));
    planting.isTrue(
        PostureRule.OUTSIDE_PURPOSE, agent, FindingSubject.ofRight(HR_READ.system(), null), time);
  }
}
