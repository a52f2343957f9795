package io.driftline.job.cli.control;

import static io.driftline.job.alert.JsonFields.text;

import com.fasterxml.jackson.core.JsonGenerator;
import io.driftline.decide.ThresholdPolicy;
import io.driftline.decide.ThresholdRule;
import io.driftline.job.alert.OutputJson;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;

/** Writes a policy as a control message of type {@code thresholds}. */
final class PolicyMessageJson {

  private PolicyMessageJson() {}

  /**
   * One JSON object.
   *
   * @param from first instant at which it holds; {@code null} for at once
   */
  static byte[] write(ThresholdPolicy policy, String by, String reason, Instant from, Instant now) {
    return OutputJson.object(
        json -> {
          text(json, "type", "thresholds");
          json.writeNumberField("version", policy.version());
          writeRules(json, policy);
          writeSensitivity(json, policy);
          text(json, "from", from == null ? null : from.toString());
          text(json, "time", now.toString());
          text(json, "by", by);
          text(json, "reason", reason);
        });
  }

  private static void writeRules(JsonGenerator json, ThresholdPolicy policy) throws IOException {
    json.writeArrayFieldStart("rules");
    for (ThresholdRule rule : policy.rules()) {
      json.writeStartObject();
      text(json, "scope", rule.scope().code());
      text(json, "name", rule.name());
      text(json, "detector", rule.detector() == null ? null : rule.detector().code());
      json.writeNumberField("line", rule.line());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeSensitivity(JsonGenerator json, ThresholdPolicy policy)
      throws IOException {
    json.writeObjectFieldStart("sensitivity");
    for (Map.Entry<String, Double> level : policy.sensitivity().entrySet()) {
      json.writeNumberField(level.getKey(), level.getValue());
    }
    json.writeEndObject();
  }
}
