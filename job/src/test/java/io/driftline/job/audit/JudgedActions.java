package io.driftline.job.audit;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentAction;
import io.driftline.activity.AgentKind;
import io.driftline.activity.Credential;
import io.driftline.activity.Outcome;
import io.driftline.activity.Requester;
import io.driftline.baseline.SessionContext;
import io.driftline.explain.Surroundings;
import io.driftline.forest.Detector;
import io.driftline.forest.Verdict;
import io.driftline.job.TestActions;
import io.driftline.job.detect.JudgedAction;
import io.driftline.job.identify.IdentifiedAction;
import io.driftline.job.profile.ProfiledAction;
import io.driftline.registry.Authority;
import io.driftline.registry.AuthorityVerdict;
import java.time.Instant;
import java.util.List;

/** Judged actions for tests. */
public final class JudgedActions {

  private static final Surroundings NONE = new Surroundings(List.of(), List.of(), 1, 0, 0, null);

  private JudgedActions() {}

  /** An agent reads a record of the CRM. */
  public static JudgedAction read(String agent, String eventId, long time) {
    return judged(TestActions.read(agent, eventId, time), null, 12.5, false, false);
  }

  /** All that can be known of an action. */
  static JudgedAction full() {
    AgentAction action =
        new AgentAction(
            "e-1",
            Instant.parse("2026-03-02T09:00:00.250Z"),
            new Agent("agent-7", AgentKind.ORGANIZATIONAL, "Clerk", "2.4.1", "finance-ops"),
            new Requester("planner-1", Requester.Type.AGENT),
            "s-118",
            "4bf92f35",
            "planner-1",
            "mail",
            "send_email",
            "mail:send",
            "ap@supplier.example\u001b[2J,\"hash\":\"",
            Outcome.DENIED,
            new Credential("key-3", "api_key"),
            "192.0.2.10",
            2048L);
    Authority authority =
        new Authority(
            AuthorityVerdict.NOT_ENTITLED,
            new Requester("ana", Requester.Type.USER),
            List.of("planner-1"));
    return judged(action, authority, 81.23456, true, true);
  }

  /** As little as an event may say. */
  static JudgedAction least(String agent, String eventId, long time) {
    AgentAction action =
        new AgentAction(
            eventId,
            Instant.ofEpochMilli(time),
            new Agent(agent, null, null, null, null),
            null,
            null,
            null,
            null,
            "crm",
            "read",
            null,
            null,
            null,
            null,
            null,
            null);
    return judged(action, null, 0, false, false);
  }

  static JudgedAction judged(
      AgentAction action, Authority authority, double score, boolean alert, boolean late) {
    IdentifiedAction identified =
        new IdentifiedAction(
            action, SessionContext.first("s-1"), "personal/sales", late, authority, null);
    return new JudgedAction(
        ProfiledAction.of(identified, new double[0], NONE), verdict(score), alert);
  }

  private static Verdict verdict(double score) {
    double[] byDetector = new double[Detector.values().length];
    return new Verdict(score, Detector.BEHAVIOUR, byDetector, null);
  }
}
