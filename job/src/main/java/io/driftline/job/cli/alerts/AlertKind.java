package io.driftline.job.cli.alerts;

import io.driftline.job.alert.AnomalyJson;
import io.driftline.job.alert.DriftJson;
import io.driftline.job.config.OutputTopics;
import io.driftline.job.incident.IncidentJson;
import io.driftline.job.posture.FindingJson;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What can be raised. */
enum AlertKind {
  INCIDENT(IncidentJson.SCHEMA, OutputTopics::incidents, "change", "number", "title"),
  ANOMALY(AnomalyJson.SCHEMA, OutputTopics::anomalies, "severity", "action", "explanation"),
  DRIFT(DriftJson.SCHEMA, OutputTopics::drift, "kind", "dimension", "changes"),
  FINDING(FindingJson.SCHEMA, OutputTopics::findings, "status", "rule", "title");

  private final String schema;
  private final Function<OutputTopics, String> topic;
  private final List<String> required;

  AlertKind(String schema, Function<OutputTopics, String> topic, String... required) {
    this.schema = schema;
    this.topic = topic;
    this.required = List.of(required);
  }

  /** The kind whose records name this layout. */
  static Optional<AlertKind> ofSchema(String schema) {
    return Arrays.stream(values()).filter(kind -> kind.schema.equals(schema)).findFirst();
  }

  /** The topic it is told in. */
  String topic(OutputTopics topics) {
    return topic.apply(topics);
  }

  /** The fields without which a record of it cannot be shown, beside those that all have. */
  List<String> required() {
    return required;
  }

  /** For example {@code finding}. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
