package io.driftline.job.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalDouble;

/**
 * An evaluation, put into words for people and into JSON for machines.
 *
 * @param result what was measured
 * @param seconds how long the scoring took; finite, at least 0
 */
public record EvaluationReport(EvaluationResult result, double seconds) {

  public EvaluationReport {
    if (!(seconds >= 0 && Double.isFinite(seconds))) {
      throw new IllegalArgumentException("seconds must be finite and at least 0, was " + seconds);
    }
  }

  /** One screen of aligned text, each line ended by a line feed. */
  public String text() {
    return new EvaluationText(result, seconds).toString();
  }

  /**
   * One JSON object on one line: {@code events}, {@code alerts}, {@code seconds}, {@code event} and
   * {@code session} (each {@code roc_auc}, {@code average_precision}, {@code recall_at_fpr_1},
   * {@code recall_at_fpr_5}), then the alerts in detail; null where a figure is undefined.
   */
  public String json() {
    ObjectNode json = object();
    json.put("events", result.events());
    json.put("alerts", result.alerts());
    json.put("seconds", seconds);
    json.set("event", ranking(result.event()));
    json.set("session", ranking(result.session()));
    put(json, "alerts_per_1000_events", result.alertsPerThousandEvents());
    json.put("unlabelled_events", result.unlabelledEvents());
    json.put("unscored_malicious_events", result.unscoredMalicious());
    json.set("test_alerts", alerts(result.testAlerts()));
    json.set("attacks", attacks(result.attacks()));
    return written(json);
  }

  private static String written(ObjectNode json) {
    try {
      return JsonLines.MAPPER.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode ranking(RankingQuality quality) {
    ObjectNode json = object();
    put(json, "roc_auc", quality.rocAuc());
    put(json, "average_precision", quality.averagePrecision());
    put(json, "recall_at_fpr_1", quality.recallAtFpr1());
    put(json, "recall_at_fpr_5", quality.recallAtFpr5());
    return json;
  }

  private static ObjectNode alerts(AlertQuality quality) {
    ObjectNode json = object();
    json.put("events", quality.events());
    json.put("malicious_events", quality.malicious());
    json.put("alerts", quality.alerts());
    json.put("malicious_alerts", quality.maliciousAlerts());
    put(json, "precision", quality.precision());
    return json;
  }

  private static ObjectNode attacks(AttackDetection detection) {
    ObjectNode json = object();
    json.put("hijacked_sessions", detection.hijackedSessions());
    json.put("sessions_found", detection.sessionsFound());
    put(json, "median_malicious_actions_to_alert", detection.medianActionsToAlert());
    json.set("kinds", kinds(detection.kinds()));
    return json;
  }

  private static ArrayNode kinds(List<AttackTally> tallies) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    for (AttackTally tally : tallies) {
      ObjectNode kind = json.addObject();
      kind.put("kind", tally.kind());
      kind.put("found", tally.found());
      kind.put("missed", tally.missed());
    }
    return json;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static void put(ObjectNode json, String key, OptionalDouble value) {
    value.ifPresentOrElse(number -> json.put(key, number), () -> json.putNull(key));
  }
}
