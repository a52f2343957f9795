package io.driftline.job.cli.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.driftline.activity.Agent;
import io.driftline.activity.AgentAction;
import io.driftline.activity.AgentKind;
import io.driftline.activity.Credential;
import io.driftline.activity.Outcome;
import io.driftline.activity.Requester;
import io.driftline.decide.Anomaly;
import io.driftline.decide.AnomalySeverity;
import io.driftline.feature.Feature;
import io.driftline.forest.Detector;
import io.driftline.forest.Provenance;
import io.driftline.forest.Verdict;
import io.driftline.posture.Severity;
import io.driftline.registry.Authority;
import io.driftline.registry.AuthorityVerdict;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/**
 * Reads what {@link io.driftline.job.alert.AnomalyJson} wrote, back to an anomaly that would be
 * written the same. What is not written is not known: a score is at most 100, the action has the
 * session it was put into, and a model has seed 0 and this release's features.
 */
public final class AnomalyReader {

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private AnomalyReader() {}

  /**
   * The anomaly in a record.
   *
   * @throws IOException if it is no JSON
   * @throws RuntimeException if it is not as it must be
   */
  public static Anomaly read(byte[] json) throws IOException {
    JsonNode root = MAPPER.readTree(json);
    return new Anomaly(
        text(root, "id"),
        Instant.parse(text(root, "time")),
        action(root),
        text(root, "session_id"),
        text(root.path("agent"), "cohort"),
        root.path("late").booleanValue(),
        verdict(root),
        root.path("alert_line").doubleValue(),
        authority(root.path("authority")),
        severity(root),
        ExplanationReader.read(root.path("explanation"), root.path("maturity").doubleValue()),
        model(root.path("model")));
  }

  /** The text of a field; {@code null} if there is none. */
  static String text(JsonNode object, String field) {
    return object.path(field).textValue();
  }

  private static AgentAction action(JsonNode root) {
    JsonNode action = root.path("action");
    return new AgentAction(
        text(action, "event_id"),
        Instant.parse(text(root, "time")),
        agent(root.path("agent")),
        requester(action.path("requester")),
        text(root, "session_id"),
        text(action, "trace_id"),
        text(action, "parent_agent_id"),
        text(action, "system"),
        text(action, "action"),
        text(action, "permission"),
        text(action, "resource"),
        Outcome.ofCode(text(action, "outcome")),
        credential(action.path("credential")),
        text(action, "source_ip"),
        action.has("bytes") ? action.path("bytes").longValue() : null);
  }

  private static Agent agent(JsonNode agent) {
    return new Agent(
        text(agent, "id"),
        AgentKind.ofCode(text(agent, "kind")),
        text(agent, "name"),
        text(agent, "version"),
        text(agent, "owner"));
  }

  private static Requester requester(JsonNode requester) {
    return requester.isMissingNode()
        ? null
        : new Requester(text(requester, "id"), Requester.Type.ofCode(text(requester, "type")));
  }

  private static Authority authority(JsonNode authority) {
    return authority.isMissingNode()
        ? null
        : new Authority(
            AuthorityVerdict.valueOf(text(authority, "verdict").toUpperCase(Locale.ROOT)),
            requester(authority.path("requester")),
            texts(authority.path("chain")));
  }

  private static AnomalySeverity severity(JsonNode root) {
    return new AnomalySeverity(
        Severity.valueOf(text(root, "severity").toUpperCase(Locale.ROOT)),
        root.path("sensitivity").doubleValue(),
        texts(root.path("severity_reasons")));
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::textValue).toList();
  }

  private static Credential credential(JsonNode credential) {
    return credential.isMissingNode()
        ? null
        : new Credential(text(credential, "id"), text(credential, "type"));
  }

  private static Verdict verdict(JsonNode root) {
    double[] byDetector = new double[Detector.values().length];
    for (Detector detector : Detector.values()) {
      byDetector[detector.ordinal()] = root.path("detectors").path(detector.code()).doubleValue();
    }
    return new Verdict(
        root.path("score").doubleValue(),
        Detector.valueOf(text(root, "lead").toUpperCase(Locale.ROOT)),
        byDetector,
        text(root.path("model"), "id"));
  }

  private static Provenance model(JsonNode model) {
    return model.isNull()
        ? null
        : new Provenance(
            text(model, "cohort"),
            Feature.schema(),
            Feature.values().length,
            0,
            Instant.parse(text(model, "trained_from")).toEpochMilli(),
            Instant.parse(text(model, "trained_to")).toEpochMilli(),
            model.path("rows").intValue());
  }
}
