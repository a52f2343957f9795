package io.driftline.job.cli.demo;

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
import java.time.Instant;
import java.util.List;

/** Anomalies to test with. */
final class Anomalies {

  static final Instant TIME = Instant.parse("2026-01-28T10:15:30.123Z");

  private static final Explanation EXPLANATION =
      new Explanation(
          "It did what it never did.",
          "It sent money.",
          List.of("It has never sent money."),
          "No peer has.",
          List.of(new Contribution(Feature.RESOURCE_RISK, 7.25, 0.5, 0.75)),
          List.of("event"),
          "Nothing would have.",
          0.5,
          "Half warm.",
          "Judged by a test.");

  private Anomalies() {}

  static AgentAction action(String eventId, String sessionId) {
    return new AgentAction(
        eventId,
        TIME,
        new Agent("agent-1", AgentKind.PERSONAL, "Agent One", "1.2", "olga"),
        new Requester("olga", Requester.Type.USER),
        sessionId,
        "trace",
        "parent",
        "payments",
        "pay",
        "payments:transfer",
        "iban-1",
        Outcome.SUCCESS,
        new Credential("key", "api_key"),
        "10.0.0.1",
        12L);
  }

  static Anomaly raised(String eventId, String sessionId) {
    return raised(
        action(eventId, sessionId),
        new Verdict(
            81.5, Detector.SURPRISE, new double[] {10, 0, 81.5, 60.25, 70, 0, 0, 0}, "0a1b"),
        new Provenance(
            "personal/payer", Feature.schema(), Feature.values().length, 0, 1_000, 2_000, 300));
  }

  /** One that was raised before there was a model, of an action that says as little as it may. */
  static Anomaly bare() {
    AgentAction action =
        new AgentAction(
            "bare",
            TIME,
            new Agent("agent-2", null, null, null, null),
            null,
            "s",
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
    return raised(
        action,
        new Verdict(99, Detector.SURPRISE, new double[] {0, 0, 99, 0, 0, 0, 0, 0}, null),
        null);
  }

  private static Anomaly raised(AgentAction action, Verdict verdict, Provenance model) {
    return new Anomaly(
        Anomaly.idOf(action),
        action.time(),
        action,
        action.sessionId(),
        "personal/payer",
        true,
        verdict,
        75,
        null,
        new AnomalySeverity(Severity.MEDIUM, 0.5, List.of()),
        EXPLANATION,
        model);
  }
}
