package io.driftline.job.ocsf;

import static io.driftline.job.alert.JsonFields.text;
import static io.driftline.job.alert.JsonFields.texts;
import static io.driftline.job.ocsf.OcsfFields.analytic;
import static io.driftline.job.ocsf.OcsfFields.object;
import static io.driftline.job.ocsf.OcsfFields.objects;

import com.fasterxml.jackson.core.JsonGenerator;
import io.driftline.activity.Agent;
import io.driftline.incident.HiddenCount;
import java.io.IOException;
import java.util.List;

/** Writes a {@link HiddenCount}: informational, since it calls nobody. */
final class OcsfHidden {

  private static final String KIND = "hidden";

  private OcsfHidden() {}

  static void write(JsonGenerator json, HiddenCount count) throws IOException {
    OcsfFields.head(
        json,
        new OcsfHead(
            KIND,
            count.id() + "-" + count.hidden(),
            count.hidden() == 1 ? OcsfActivity.CREATE : OcsfActivity.UPDATE,
            OcsfStatus.SUPPRESSED,
            null,
            count.time(),
            count.summary()));
    text(json, "status_detail", count.cause().code());
    json.writeBooleanField("is_alert", false);
    json.writeNumberField("start_time", count.day());
    json.writeNumberField("end_time", count.time());
    json.writeNumberField("count", count.hidden());
    object(json, "finding_info", it -> info(it, count));
    json.writeArrayFieldStart("resources");
    OcsfParties.agent(
        json, new Agent(count.latestAgent(), null, null, null, null), OcsfRole.RELATED);
    json.writeEndArray();
    object(json, "unmapped", it -> it.writeNumberField("agents", count.agents()));
  }

  private static void info(JsonGenerator json, HiddenCount count) throws IOException {
    text(json, "uid", count.id());
    text(json, "title", "Hidden from sight");
    texts(json, "types", List.of(KIND));
    String rule = count.rule() == null ? count.cause().code() : count.rule();
    object(json, "analytic", it -> analytic(it, OcsfAnalytic.RULE, rule, count.cause().code()));
    json.writeNumberField("related_events_count", count.hidden());
    objects(json, "related_events", List.of(count.latestId()), (it, id) -> text(it, "uid", id));
  }
}
