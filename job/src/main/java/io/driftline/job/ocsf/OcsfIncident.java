package io.driftline.job.ocsf;

import static io.driftline.job.alert.JsonFields.real;
import static io.driftline.job.alert.JsonFields.text;
import static io.driftline.job.alert.JsonFields.texts;
import static io.driftline.job.ocsf.OcsfFields.analytic;
import static io.driftline.job.ocsf.OcsfFields.object;
import static io.driftline.job.ocsf.OcsfFields.objects;
import static io.driftline.job.ocsf.OcsfFields.riskDetails;

import com.fasterxml.jackson.core.JsonGenerator;
import io.driftline.activity.Requester;
import io.driftline.incident.Incident;
import io.driftline.incident.Signal;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes an {@link Incident}: what belongs together, by rules. */
final class OcsfIncident {

  private static final String KIND = "incident";

  private OcsfIncident() {}

  static void write(JsonGenerator json, Incident incident) throws IOException {
    OcsfFields.head(
        json,
        new OcsfHead(
            KIND,
            incident.id() + "-" + incident.number(),
            activity(incident),
            incident.closing() == null ? OcsfStatus.NEW : OcsfStatus.RESOLVED,
            incident.severity(),
            incident.time(),
            incident.summary()));
    text(json, "status_detail", incident.closing() == null ? null : incident.closing().code());
    json.writeBooleanField("is_alert", incident.closing() == null);
    json.writeNumberField("start_time", incident.firstSeen());
    json.writeNumberField("end_time", incident.lastSeen());
    json.writeNumberField("count", incident.counts().total());
    if (!Double.isNaN(incident.score())) {
      json.writeNumberField("risk_score", Math.round(incident.score()));
    }
    riskDetails(json, incident.severityReasons());
    object(json, "finding_info", it -> info(it, incident));
    evidences(json, incident);
    resources(json, incident);
    object(json, "unmapped", it -> unmapped(it, incident));
  }

  private static OcsfActivity activity(Incident incident) {
    return switch (incident.change()) {
      case OPENED -> OcsfActivity.CREATE;
      case UPDATED -> OcsfActivity.UPDATE;
      case CLOSED -> OcsfActivity.CLOSE;
    };
  }

  private static void info(JsonGenerator json, Incident incident) throws IOException {
    text(json, "uid", incident.id());
    text(json, "title", incident.title());
    text(json, "desc", incident.summary());
    texts(json, "types", List.of(KIND));
    json.writeNumberField("first_seen_time", incident.firstSeen());
    json.writeNumberField("last_seen_time", incident.lastSeen());
    json.writeNumberField("modified_time", incident.time());
    object(json, "analytic", it -> analytic(it, OcsfAnalytic.RULE, KIND, "Driftline incidents"));
    OcsfThreats.write(json, incident.techniques(), incident.risks());
    json.writeNumberField("related_events_count", incident.counts().total());
    objects(json, "related_events", incident.signals(), OcsfIncident::signal);
  }

  private static void signal(JsonGenerator json, Signal signal) throws IOException {
    text(json, "uid", signal.id());
    text(json, "type", signal.kind().code());
    text(json, "title", signal.code());
    text(json, "desc", signal.summary());
    OcsfFields.severity(json, signal.severity());
    json.writeNumberField("created_time", signal.time());
    object(json, "product", OcsfFields::product);
  }

  /** Each event once, with the first signal that it shows. */
  private static void evidences(JsonGenerator json, Incident incident) throws IOException {
    Map<String, Signal> firstOf = new LinkedHashMap<>();
    for (Signal signal : incident.signals()) {
      signal.evidence().forEach(event -> firstOf.putIfAbsent(event, signal));
    }
    objects(
        json,
        "evidences",
        firstOf.entrySet(),
        (it, shown) -> evidence(it, incident, shown.getKey(), shown.getValue()));
  }

  private static void evidence(JsonGenerator json, Incident incident, String event, Signal signal)
      throws IOException {
    text(json, "uid", event);
    Requester requester =
        signal.requester() == null ? null : new Requester(signal.requester(), null);
    OcsfParties.actor(json, incident.agent(), signal.sessionId(), null, requester);
    object(
        json,
        "data",
        it -> {
          text(it, "signal", signal.id());
          text(it, "system", signal.system());
          text(it, "permission", signal.permission());
        });
  }

  private static void resources(JsonGenerator json, Incident incident) throws IOException {
    json.writeArrayFieldStart("resources");
    OcsfParties.agent(json, incident.agent(), OcsfRole.ACTOR);
    for (String system : incident.systems()) {
      OcsfParties.resource(json, system, "system", OcsfRole.TARGET);
    }
    json.writeEndArray();
  }

  private static void unmapped(JsonGenerator json, Incident incident) throws IOException {
    json.writeNumberField("number", incident.number());
    texts(json, "sessions", incident.sessions());
    if (!Double.isNaN(incident.score())) {
      real(json, "score", incident.score());
    }
    json.writeNumberField("anomalies", incident.counts().anomalies());
    json.writeNumberField("drifts", incident.counts().drifts());
    json.writeNumberField("findings", incident.counts().findings());
    json.writeNumberField("hidden", incident.hidden());
  }
}
