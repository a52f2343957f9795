package io.driftline.job.ocsf;

import io.driftline.decide.Anomaly;
import io.driftline.drift.DriftEvent;
import io.driftline.incident.HiddenCount;
import io.driftline.incident.Incident;
import io.driftline.job.alert.OutputJson;
import io.driftline.posture.Finding;

/**
 * Writes each thing that is told as a Detection Finding (class 2004) of OCSF 1.8.0, see
 * docs/alerts.md for what goes where. Each is one JSON object without a line break, in ASCII; equal
 * things give equal bytes.
 */
public final class OcsfJson {

  /** Names the layout, in headers of records. */
  public static final String SCHEMA = "ocsf/" + OcsfFields.VERSION + "/detection_finding";

  private OcsfJson() {}

  /** An action that was raised. */
  public static byte[] write(Anomaly anomaly) {
    return OutputJson.object(json -> OcsfAnomaly.write(json, anomaly));
  }

  /** A slow change. */
  public static byte[] write(DriftEvent event) {
    return OutputJson.object(json -> OcsfDrift.write(json, event));
  }

  /** Something that is wrong by the registry, or is so no longer. */
  public static byte[] write(Finding finding) {
    return OutputJson.object(json -> OcsfPosture.write(json, finding));
  }

  /** An incident, as it opens, grows or closes. */
  public static byte[] write(Incident incident) {
    return OutputJson.object(json -> OcsfIncident.write(json, incident));
  }

  /** What was hidden on a day. */
  public static byte[] write(HiddenCount count) {
    return OutputJson.object(json -> OcsfHidden.write(json, count));
  }
}
