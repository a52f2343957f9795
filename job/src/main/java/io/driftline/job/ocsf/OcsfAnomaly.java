package io.driftline.job.ocsf;

import static io.driftline.job.alert.JsonFields.decimal;
import static io.driftline.job.alert.JsonFields.real;
import static io.driftline.job.alert.JsonFields.text;
import static io.driftline.job.alert.JsonFields.texts;
import static io.driftline.job.ocsf.OcsfFields.analytic;
import static io.driftline.job.ocsf.OcsfFields.item;
import static io.driftline.job.ocsf.OcsfFields.object;
import static io.driftline.job.ocsf.OcsfFields.riskDetails;

import com.fasterxml.jackson.core.JsonGenerator;
import io.driftline.decide.Anomaly;
import io.driftline.explain.Contribution;
import io.driftline.explain.Explanation;
import io.driftline.explain.PlainText;
import io.driftline.forest.Detector;
import io.driftline.job.alert.AuthorityFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes an {@link Anomaly}: found by a forest (learning) or a sum of bits (statistical). */
final class OcsfAnomaly {

  private static final String KIND = "anomaly";

  private OcsfAnomaly() {}

  static void write(JsonGenerator json, Anomaly anomaly) throws IOException {
    OcsfFields.head(
        json,
        new OcsfHead(
            KIND,
            anomaly.id(),
            OcsfActivity.CREATE,
            OcsfStatus.NEW,
            anomaly.severity().severity(),
            anomaly.time().toEpochMilli(),
            anomaly.explanation().summary()));
    json.writeNumberField("count", 1);
    json.writeNumberField("risk_score", Math.round(anomaly.verdict().shownScore()));
    riskDetails(json, anomaly.severity().reasons());
    object(json, "finding_info", it -> info(it, anomaly));
    OcsfAnalysis.write(json, anomaly.action().agentId(), oddities(anomaly), usual(anomaly));
    evidences(json, anomaly);
    resources(json, anomaly);
    object(json, "unmapped", it -> unmapped(it, anomaly));
  }

  private static void info(JsonGenerator json, Anomaly anomaly) throws IOException {
    text(json, "uid", anomaly.id());
    text(json, "title", "Unusual action of agent " + PlainText.of(anomaly.action().agentId()));
    text(json, "desc", anomaly.explanation().happened());
    texts(json, "types", List.of(KIND));
    json.writeNumberField("created_time", anomaly.time().toEpochMilli());
    Detector lead = anomaly.verdict().lead();
    OcsfAnalytic type = lead.isSum() ? OcsfAnalytic.STATISTICAL : OcsfAnalytic.LEARNING;
    object(
        json,
        "analytic",
        it -> {
          analytic(it, type, lead.code(), lead.text());
          text(it, "desc", anomaly.explanation().basis());
          text(it, "version", anomaly.verdict().modelId());
        });
  }

  private static List<OcsfObservation> oddities(Anomaly anomaly) {
    List<OcsfObservation> oddities = new ArrayList<>();
    Detector lead = anomaly.verdict().lead();
    oddities.add(
        new OcsfObservation(
            lead.code(), "score", decimal(anomaly.verdict().scoreOf(lead)), lead.text()));
    for (Contribution each : anomaly.explanation().contributions()) {
      oddities.add(
          new OcsfObservation(
              each.feature().code(), "bits", decimal(each.bits()), each.feature().sentence()));
    }
    return oddities;
  }

  private static List<OcsfObservation> usual(Anomaly anomaly) {
    List<OcsfObservation> usual = new ArrayList<>();
    Explanation explanation = anomaly.explanation();
    usual.add(
        new OcsfObservation(
            anomaly.verdict().lead().code(), "alert line", decimal(anomaly.line()), null));
    for (Contribution each : explanation.contributions()) {
      usual.add(
          new OcsfObservation(each.feature().code(), "bits", decimal(each.usualBits()), null));
    }
    explanation
        .usual()
        .forEach(it -> usual.add(new OcsfObservation("history", "sentence", it, null)));
    usual.add(new OcsfObservation("peers", "sentence", explanation.peers(), null));
    return usual;
  }

  /** The action itself with all that is known of it; of others the id. */
  private static void evidences(JsonGenerator json, Anomaly anomaly) throws IOException {
    json.writeArrayFieldStart("evidences");
    item(json, it -> OcsfAction.write(it, anomaly.action(), anomaly.sessionId()));
    for (String event : anomaly.explanation().evidence()) {
      if (!event.equals(anomaly.action().eventId())) {
        item(
            json,
            it -> {
              text(it, "uid", event);
              OcsfParties.actor(it, anomaly.action().agent(), anomaly.sessionId(), null, null);
            });
      }
    }
    json.writeEndArray();
  }

  private static void resources(JsonGenerator json, Anomaly anomaly) throws IOException {
    json.writeArrayFieldStart("resources");
    OcsfParties.agent(json, anomaly.action().agent(), OcsfRole.ACTOR);
    OcsfParties.resource(json, anomaly.action().system(), "system", OcsfRole.TARGET);
    json.writeEndArray();
  }

  private static void unmapped(JsonGenerator json, Anomaly anomaly) throws IOException {
    Explanation explanation = anomaly.explanation();
    text(json, "cohort", anomaly.cohort());
    real(json, "score", anomaly.verdict().shownScore());
    real(json, "maturity", explanation.maturity());
    json.writeBooleanField("late", anomaly.late());
    text(json, "counterfactual", explanation.counterfactual());
    text(json, "warm_up", explanation.warmUp());
    if (anomaly.authority() != null) {
      AuthorityFields.write(json, anomaly.authority());
    }
    if (anomaly.model() != null) {
      text(json, "model_cohort", anomaly.model().cohort());
    }
  }
}
