package io.driftline.job.alert;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentAction;
import io.driftline.activity.AgentKind;
import io.driftline.activity.Credential;
import io.driftline.activity.Outcome;
import io.driftline.activity.Requester;
import io.driftline.decide.Anomaly;
import io.driftline.decide.AnomalySeverity;
import io.driftline.explain.Contribution;
import io.driftline.explain.Explanation;
import io.driftline.feature.Feature;
import io.driftline.forest.Detector;
import io.driftline.forest.Provenance;
import io.driftline.forest.Verdict;
import io.driftline.posture.Severity;
import io.driftline.registry.Authority;
import io.driftline.registry.AuthorityVerdict;
import java.time.Instant;
import java.util.List;

/** Anomalies that the tests of this package share. */
public final class Anomalies {

  private Anomalies() {}

  /** One that has everything. */
  public static Anomaly full() {
    AgentAction action =
        new AgentAction(
            "e412",
            Instant.parse("2026-03-01T09:30:00.250Z"),
            new Agent(
                "sales-assistant-3", AgentKind.ORGANIZATIONAL, "Sales assistant", "2.4", "ops"),
            new Requester("ana", Requester.Type.USER),
            "s1",
            "t1",
            "planner-1",
            "payments",
            "create_transfer",
            "payments:transfer",
            "recipient=DE89",
            Outcome.SUCCESS,
            new Credential("k1", "api_key"),
            "192.0.2.10",
            2_048L);
    double[] scores = {88.12345678, 0, 97.3, 64.5, 71.25, 0, 0, 0};
    return new Anomaly(
        Anomaly.idOf(action),
        action.time(),
        action,
        "s1",
        "organizational/sales",
        true,
        new Verdict(97.3, Detector.SURPRISE, scores, "0123456789abcdef0123456789abcdef"),
        82.4,
        new Authority(
            AuthorityVerdict.NOT_ENTITLED,
            new Requester("ana", Requester.Type.USER),
            List.of("planner-1")),
        new AnomalySeverity(
            Severity.CRITICAL,
            List.of(
                "ana, for whom it was done, is not entitled to payments:transfer on payments.")),
        explanation(),
        new Provenance(
            "organizational/sales",
            Feature.schema(),
            Feature.values().length,
            7,
            Instant.parse("2026-01-01T00:00:00Z").toEpochMilli(),
            Instant.parse("2026-02-01T00:00:00Z").toEpochMilli(),
            2_048));
  }

  /** One that has nothing it may do without. */
  public static Anomaly withoutModel() {
    AgentAction action =
        new AgentAction(
            "e1",
            Instant.parse("2026-03-01T09:30:00Z"),
            new Agent("a1", null, null, null, null),
            null,
            null,
            null,
            null,
            "mail",
            "send",
            null,
            null,
            null,
            null,
            null,
            null);
    return new Anomaly(
        Anomaly.idOf(action),
        action.time(),
        action,
        "unnamed-1f",
        "unknown/unknown",
        false,
        new Verdict(135.5, Detector.SURPRISE, new double[] {0, 0, 135.5, 0, 0, 0, 0, 0}, null),
        75,
        null,
        new AnomalySeverity(Severity.CRITICAL, List.of()),
        bareExplanation(),
        null);
  }

  private static Explanation explanation() {
    return new Explanation(
        "sales-assistant-3 did create_transfer in payments on recipient=DE89: it has never used"
            + " permission payments:transfer in 412 actions; usual are crm:read (61 %), mail:send"
            + " (22 %) and 3 more; 1 of the 12 agents of cohort organizational/sales has used"
            + " permission payments:transfer.",
        "At 2026-03-01T09:30:00Z, the organizational agent sales-assistant-3 did create_transfer in"
            + " payments on recipient=DE89 with permission payments:transfer, asked by user ana,"
            + " called by agent planner-1, by credential k1, from 192.0.2.10, moving 2 kB; the"
            + " answer was success.",
        List.of(
            "It has never used permission payments:transfer in 412 actions; usual are crm:read"
                + " (61 %), mail:send (22 %) and 3 more.",
            "The session has been risky since event e400."),
        "1 of the 12 agents of cohort organizational/sales has used permission payments:transfer.",
        List.of(
            new Contribution(Feature.RESOURCE_RISK, 9.61234567, 0.4, 2 / 3.0),
            new Contribution(Feature.CO_OCCURRENCE_RISK, 4.8, 0, 1 / 3.0)),
        List.of("e412", "e400"),
        "Had its resource been as usual, the score would have been 62, below the alert line of 75.",
        0.93,
        "The baseline is still warming up (93 %): it rests on 412 actions, and peers speak for the"
            + " rest.",
        "Judged by the surprise detector of model 01234567 of cohort organizational/sales, trained"
            + " on 2,048 actions from 2026-01-01 to 2026-02-01.");
  }

  private static Explanation bareExplanation() {
    return new Explanation(
        "a1 did send in mail: no side of it stands out alone; no peers are known to compare with in"
            + " cohort unknown/unknown.",
        "At 2026-03-01T09:30:00Z, a1 did send in mail.",
        List.of(),
        "No peers are known to compare with in cohort unknown/unknown.",
        List.of(),
        List.of("e1"),
        "No single side of the action would have kept it below the alert line of 75.",
        1,
        null,
        "There is no model yet: judged by first-seen and rarity alone.");
  }
}
