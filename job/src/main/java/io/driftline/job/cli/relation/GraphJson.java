package io.driftline.job.cli.relation;

import static io.driftline.job.alert.JsonFields.real;
import static io.driftline.job.alert.JsonFields.text;
import static io.driftline.job.alert.JsonFields.texts;

import com.fasterxml.jackson.core.JsonGenerator;
import io.driftline.job.alert.OutputJson;
import io.driftline.job.alert.RequesterFields;
import io.driftline.posture.BlastRadius;
import io.driftline.relation.Reach;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** The graph for programs: a JSON object a line, in ASCII. */
final class GraphJson {

  private GraphJson() {}

  /**
   * A line: {@code requester}, {@code path}, {@code system}, {@code permissions}, {@code count},
   * and when it was done, if it was.
   */
  static String line(Reach reach) {
    return line(
        json -> {
          RequesterFields.write(json, reach.party());
          texts(json, "path", reach.path());
          text(json, "system", reach.system());
          texts(json, "permissions", List.copyOf(reach.access().permissions()));
          json.writeNumberField("count", reach.isUsed() ? reach.use().count() : 0);
          if (reach.isUsed()) {
            time(json, "first_seen", reach.use().firstSeen());
            time(json, "last_seen", reach.use().lastSeen());
          }
        });
  }

  /** A line: {@code agent_id} or {@code requester}, {@code used}, and {@code granted} if known. */
  static String line(Blast blast) {
    return line(
        json -> {
          text(json, "agent_id", blast.agentId());
          RequesterFields.write(json, blast.party());
          radius(json, "used", blast.used());
          if (blast.granted() != null) {
            radius(json, "granted", blast.granted());
          }
        });
  }

  private static String line(OutputJson.Fields fields) {
    return new String(OutputJson.object(fields), StandardCharsets.US_ASCII) + "\n";
  }

  private static void radius(JsonGenerator json, String name, BlastRadius radius)
      throws IOException {
    json.writeObjectFieldStart(name);
    if (radius.systems() == BlastRadius.EVERYWHERE) {
      text(json, "systems", "all");
    } else {
      json.writeNumberField("systems", radius.systems());
    }
    real(json, "harm", radius.harm());
    text(json, "reach", radius.reach().code());
    json.writeEndObject();
  }

  private static void time(JsonGenerator json, String name, long time) throws IOException {
    text(json, name, Instant.ofEpochMilli(time).toString());
  }
}
