package io.driftline.job.cli.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import io.driftline.posture.Severity;
import java.time.Instant;

/**
 * One record of a topic of what is raised.
 *
 * @param kind what it tells of
 * @param time when that was, event time
 * @param severity how grave; {@code null} for drift, which is not graded
 * @param json all of it
 * @param bytes all of it, as it was published
 */
record AlertRecord(AlertKind kind, Instant time, Severity severity, JsonNode json, byte[] bytes) {

  /** Of what is raised; several records may tell of it. */
  String id() {
    return json.path("id").textValue();
  }

  /** Whose it is. */
  String agentId() {
    return json.path("agent").path("id").textValue();
  }

  /** Which of the records of an incident it is; 0 for what is not numbered. */
  int number() {
    return json.path("number").intValue();
  }

  /** The score with one decimal; {@code null} for what is not scored. */
  String score() {
    return RecordText.score(json);
  }

  /** As it was published, on one line of ASCII. */
  String line() {
    return RecordText.line(json, bytes);
  }
}
