package io.driftline.simulate;

import static io.driftline.activity.AgentKind.ORGANIZATIONAL;
import static io.driftline.activity.AgentKind.THIRD_PARTY;
import static io.driftline.simulate.Operation.*;

import io.driftline.activity.Credential;
import io.driftline.posture.FindingSubject;
import io.driftline.posture.PostureRule;
import java.time.Instant;

/** Credentials that nobody has registered, several agents use, are over, or were long forgotten. */
final class CredentialPlants {

  private final Planting planting;

  CredentialPlants(Planting planting) {
    this.planting = planting;
  }

  /** It comes with a credential that nobody has heard of. */
  void unknownCredential() {
    GovernedAgent agent =
        planting.agent(Purpose.DEVOPS_COPILOT, ORGANIZATIONAL, CODE_READ, CI_RUN, CLOUD_LIST);
    Credential unknown = planting.company().credential(agent.kind());
    long time = planting.atWork(planting.day(8, 35));
    planting.happens(planting.deed(agent, CODE_READ, time).with(unknown));
    planting.isTrue(PostureRule.UNKNOWN_CREDENTIAL, agent, subject(unknown.id()), time);
  }

  /** Two agents have one credential on record; one uses it, and some days later the other. */
  void sharedCredential() {
    GovernedAgent first =
        planting.agent(Purpose.ANALYST, ORGANIZATIONAL, WAREHOUSE_QUERY, STORE_GET, WIKI_EDIT);
    GovernedAgent second =
        planting.agent(Purpose.ANALYST, ORGANIZATIONAL, WAREHOUSE_QUERY, STORE_PUT, CHAT_POST);
    Credential shared = planting.company().credential(ORGANIZATIONAL);
    for (GovernedAgent agent : new GovernedAgent[] {first, second}) {
      agent.edit(agent.begin(), draft -> draft.issue(shared.id(), shared.type()));
      agent.spare(shared.id());
    }
    int day = planting.day(8, 30);
    planting.happens(planting.deed(first, WAREHOUSE_QUERY, planting.atWork(day)).with(shared));
    long time = planting.atWork(planting.dayAfter(day, 3));
    planting.happens(planting.deed(second, WAREHOUSE_QUERY, time).with(shared));
    FindingSubject subject = new FindingSubject(null, null, null, shared.id(), first.id());
    planting.isTrue(PostureRule.SHARED_CREDENTIAL, second, subject, time);
  }

  /** A credential is rotated, the new one in use, and then the old one once more. */
  void rotatedCredentialUsed() {
    GovernedAgent agent =
        planting.agent(Purpose.IT_HELPDESK, THIRD_PARTY, TICKET_READ, TICKET_UPDATE, WIKI_READ);
    Credential old = DailyWork.credential(agent, agent.begin(), 0);
    int day = planting.day(8, 30);
    long rotated = planting.early(day);
    planting.company().issue(agent, rotated);
    agent.edit(rotated, draft -> draft.rotate(old.id(), Instant.ofEpochMilli(rotated)));
    long time = planting.atWork(planting.dayAfter(day, 2));
    planting.happens(planting.deed(agent, TICKET_READ, time).with(old));
    planting.isTrue(PostureRule.ROTATED_CREDENTIAL_USED, agent, subject(old.id()), time);
  }

  /** A credential is used once, and after weeks once more. */
  void dormantCredentialUsed() {
    GovernedAgent agent =
        planting.agent(Purpose.FINANCE_OPS, ORGANIZATIONAL, ERP_LIST, ERP_READ, STORE_PUT);
    Credential seldom = planting.company().credential(agent.kind());
    agent.edit(agent.begin(), draft -> draft.issue(seldom.id(), seldom.type()));
    agent.spare(seldom.id());
    int day = planting.day(2, 4);
    planting.happens(planting.deed(agent, ERP_READ, planting.atWork(day)).with(seldom));
    int later = day + planting.settings().dormantDays() + 2;
    long time = planting.atWork(planting.dayAfter(later, 0));
    planting.happens(planting.deed(agent, ERP_READ, time).with(seldom));
    planting.isTrue(PostureRule.DORMANT_CREDENTIAL_USED, agent, subject(seldom.id()), time);
  }

  private static FindingSubject subject(String credential) {
    return FindingSubject.ofCredential(credential);
  }
}
