package io.driftline.job.ocsf;

import static io.driftline.job.alert.JsonFields.text;
import static io.driftline.job.ocsf.OcsfFields.item;
import static io.driftline.job.ocsf.OcsfFields.objects;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** Writes {@code anomaly_analyses}: what of an agent stands out, against what is usual. */
final class OcsfAnalysis {

  private OcsfAnalysis() {}

  static void write(
      JsonGenerator json,
      String agentId,
      List<OcsfObservation> anomalies,
      List<OcsfObservation> baselines)
      throws IOException {
    json.writeArrayFieldStart("anomaly_analyses");
    item(
        json,
        it -> {
          objects(it, "analysis_targets", List.of(agentId), OcsfAnalysis::target);
          objects(it, "anomalies", anomalies, (out, each) -> each.write(out));
          objects(it, "baselines", baselines, (out, each) -> each.write(out));
        });
    json.writeEndArray();
  }

  private static void target(JsonGenerator json, String agentId) throws IOException {
    text(json, "name", agentId);
    text(json, "type", OcsfParties.AGENT);
  }
}
