package io.driftline.job.posture;

import static io.driftline.job.alert.JsonFields.text;
import static io.driftline.job.alert.JsonFields.texts;

import com.fasterxml.jackson.core.JsonGenerator;
import io.driftline.job.alert.OutputJson;
import io.driftline.posture.Finding;
import io.driftline.posture.FindingSubject;
import java.io.IOException;
import java.time.Instant;

/** Writes findings as {@code driftline.finding/1}, see {@code schemas/finding-v1.schema.json}. */
public final class FindingJson {

  /** Names the layout. */
  public static final String SCHEMA = "driftline.finding/1";

  private FindingJson() {}

  /** One JSON object without a line break, in ASCII. */
  public static byte[] write(Finding finding) {
    return OutputJson.object(json -> writeFinding(json, finding));
  }

  private static void writeFinding(JsonGenerator json, Finding finding) throws IOException {
    text(json, "schema", SCHEMA);
    text(json, "id", finding.id());
    text(json, "status", finding.status().code());
    text(json, "resolution", finding.resolution() == null ? null : finding.resolution().code());
    text(json, "rule", finding.rule().id());
    text(json, "title", finding.rule().title());
    text(json, "severity", finding.severity().code());
    writeAgent(json, finding);
    writeSubject(json, finding.subject());
    time(json, "time", finding.time());
    time(json, "first_seen", finding.firstSeen());
    time(json, "last_seen", finding.lastSeen());
    json.writeNumberField("count", finding.count());
    texts(json, "evidence", finding.evidence());
    text(json, "summary", finding.summary());
    text(json, "remedy", finding.rule().remedy());
  }

  private static void writeAgent(JsonGenerator json, Finding finding) throws IOException {
    json.writeObjectFieldStart("agent");
    text(json, "id", finding.agentId());
    text(json, "kind", finding.kind() == null ? null : finding.kind().code());
    text(json, "owner", finding.owner());
    text(json, "reach", finding.reach() == null ? null : finding.reach().code());
    json.writeEndObject();
  }

  private static void writeSubject(JsonGenerator json, FindingSubject subject) throws IOException {
    json.writeObjectFieldStart("subject");
    text(json, "system", subject.system());
    text(json, "permission", subject.permission());
    text(json, "user", subject.user());
    text(json, "credential", subject.credential());
    text(json, "through", subject.through());
    json.writeEndObject();
  }

  private static void time(JsonGenerator json, String key, long millis) throws IOException {
    text(json, key, Instant.ofEpochMilli(millis).toString());
  }
}
