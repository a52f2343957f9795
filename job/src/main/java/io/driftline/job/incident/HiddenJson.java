package io.driftline.job.incident;

import static io.driftline.job.alert.JsonFields.text;

import com.fasterxml.jackson.core.JsonGenerator;
import io.driftline.incident.HiddenCount;
import io.driftline.job.alert.OutputJson;
import java.io.IOException;
import java.time.Instant;

/** Writes what was hidden as {@code driftline.hidden/1}, see {@code hidden-v1.schema.json}. */
public final class HiddenJson {

  /** Names the layout. */
  public static final String SCHEMA = "driftline.hidden/1";

  private HiddenJson() {}

  /** One JSON object without a line break, in ASCII. */
  public static byte[] write(HiddenCount count) {
    return OutputJson.object(json -> writeCount(json, count));
  }

  private static void writeCount(JsonGenerator json, HiddenCount count) throws IOException {
    text(json, "schema", SCHEMA);
    text(json, "id", count.id());
    text(json, "cause", count.cause().code());
    text(json, "rule", count.rule());
    text(json, "day", Instant.ofEpochMilli(count.day()).toString().substring(0, 10));
    text(json, "time", Instant.ofEpochMilli(count.time()).toString());
    json.writeNumberField("hidden", count.hidden());
    json.writeNumberField("agents", count.agents());
    text(json, "latest_agent", count.latestAgent());
    text(json, "latest_id", count.latestId());
    text(json, "summary", count.summary());
  }
}
