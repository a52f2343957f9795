package io.driftline.job.ocsf;

import static io.driftline.job.alert.JsonFields.decimal;
import static io.driftline.job.alert.JsonFields.real;
import static io.driftline.job.alert.JsonFields.text;
import static io.driftline.job.alert.JsonFields.texts;
import static io.driftline.job.ocsf.OcsfFields.analytic;
import static io.driftline.job.ocsf.OcsfFields.object;
import static io.driftline.job.ocsf.OcsfFields.objects;

import com.fasterxml.jackson.core.JsonGenerator;
import io.driftline.drift.DriftEvent;
import io.driftline.drift.DriftKind;
import io.driftline.drift.DriftSignal;
import io.driftline.drift.ShareChange;
import io.driftline.explain.PlainText;
import io.driftline.incident.DriftSeverity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes a {@link DriftEvent}: found by a statistical test over days. */
final class OcsfDrift {

  private static final String KIND = "drift";

  private OcsfDrift() {}

  static void write(JsonGenerator json, DriftEvent event) throws IOException {
    DriftSignal signal = event.signal();
    OcsfFields.head(
        json,
        new OcsfHead(
            KIND,
            event.id(),
            OcsfActivity.CREATE,
            OcsfStatus.NEW,
            DriftSeverity.of(signal),
            signal.found(),
            event.summary()));
    json.writeNumberField("start_time", signal.began());
    json.writeNumberField("end_time", signal.found());
    object(json, "finding_info", it -> info(it, event));
    OcsfAnalysis.write(json, event.agent().id(), now(signal), before(signal));
    objects(json, "evidences", signal.evidence(), (it, id) -> evidence(it, event, id));
    json.writeArrayFieldStart("resources");
    OcsfParties.agent(json, event.agent(), OcsfRole.ACTOR);
    json.writeEndArray();
    object(json, "unmapped", it -> unmapped(it, event));
  }

  private static void info(JsonGenerator json, DriftEvent event) throws IOException {
    DriftSignal signal = event.signal();
    text(json, "uid", event.id());
    text(json, "title", "Drift of agent " + PlainText.of(event.agent().id()));
    texts(json, "types", List.of(KIND));
    json.writeNumberField("created_time", signal.found());
    json.writeNumberField("first_seen_time", signal.began());
    json.writeNumberField("last_seen_time", signal.found());
    String code = signal.kind().code() + "." + signal.dimension().code();
    object(
        json,
        "analytic",
        it -> analytic(it, OcsfAnalytic.STATISTICAL, code, signal.dimension().text()));
  }

  private static List<OcsfObservation> now(DriftSignal signal) {
    List<OcsfObservation> now = new ArrayList<>();
    String dimension = signal.dimension().code();
    now.add(new OcsfObservation(dimension, "strength", decimal(signal.strength()), null));
    if (signal.kind() != DriftKind.MIX_SHIFT) {
      now.add(new OcsfObservation(dimension, "level", decimal(signal.after()), null));
    }
    for (ShareChange each : signal.changes()) {
      now.add(new OcsfObservation(dimension, "share", decimal(each.after()), each.value()));
    }
    return now;
  }

  private static List<OcsfObservation> before(DriftSignal signal) {
    List<OcsfObservation> before = new ArrayList<>();
    String dimension = signal.dimension().code();
    if (signal.kind() != DriftKind.MIX_SHIFT) {
      before.add(new OcsfObservation(dimension, "level", decimal(signal.before()), null));
    }
    for (ShareChange each : signal.changes()) {
      before.add(new OcsfObservation(dimension, "share", decimal(each.before()), each.value()));
    }
    return before;
  }

  private static void evidence(JsonGenerator json, DriftEvent event, String id) throws IOException {
    text(json, "uid", id);
    OcsfParties.actor(json, event.agent(), null, null, null);
  }

  private static void unmapped(JsonGenerator json, DriftEvent event) throws IOException {
    DriftSignal signal = event.signal();
    text(json, "cohort", event.cohort());
    real(json, "significance", signal.significance());
    text(json, "new_version", signal.version());
    if (signal.kind() == DriftKind.PEER_DIVERGENCE) {
      json.writeNumberField("peers", signal.peers());
    }
  }
}
