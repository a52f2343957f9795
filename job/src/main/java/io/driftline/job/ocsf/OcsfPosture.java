package io.driftline.job.ocsf;

import static io.driftline.job.alert.JsonFields.text;
import static io.driftline.job.alert.JsonFields.texts;
import static io.driftline.job.ocsf.OcsfFields.analytic;
import static io.driftline.job.ocsf.OcsfFields.object;
import static io.driftline.job.ocsf.OcsfFields.objects;

import com.fasterxml.jackson.core.JsonGenerator;
import io.driftline.activity.Agent;
import io.driftline.posture.Finding;
import io.driftline.posture.FindingSubject;
import io.driftline.posture.PostureRule;
import java.io.IOException;
import java.util.List;

/** Writes a {@link Finding}: found by a rule. */
final class OcsfPosture {

  private static final String KIND = "finding";

  private OcsfPosture() {}

  static void write(JsonGenerator json, Finding finding) throws IOException {
    OcsfFields.head(
        json,
        new OcsfHead(
            KIND,
            recordId(finding),
            activity(finding),
            finding.resolution() == null ? OcsfStatus.NEW : OcsfStatus.RESOLVED,
            finding.severity(),
            finding.time(),
            finding.summary()));
    text(json, "status_detail", finding.resolution() == null ? null : finding.resolution().code());
    json.writeNumberField("start_time", finding.firstSeen());
    json.writeNumberField("end_time", finding.lastSeen());
    json.writeNumberField("count", finding.count());
    object(json, "finding_info", it -> info(it, finding));
    object(json, "remediation", it -> text(it, "desc", finding.rule().remedy()));
    objects(json, "evidences", finding.evidence(), (it, id) -> evidence(it, finding, id));
    resources(json, finding);
    object(json, "unmapped", it -> unmapped(it, finding));
  }

  /** A finding is told again when it is worse, was seen more often, or is over. */
  private static String recordId(Finding finding) {
    return "%s-%s-%d-%d-%s"
        .formatted(
            finding.id(),
            finding.status().code(),
            finding.time(),
            finding.count(),
            finding.severity().code());
  }

  private static OcsfActivity activity(Finding finding) {
    return switch (finding.status()) {
      case OPEN -> OcsfActivity.CREATE;
      case UPDATED -> OcsfActivity.UPDATE;
      case RESOLVED -> OcsfActivity.CLOSE;
    };
  }

  private static void info(JsonGenerator json, Finding finding) throws IOException {
    PostureRule rule = finding.rule();
    text(json, "uid", finding.id());
    text(json, "title", rule.title());
    texts(json, "types", List.of(KIND));
    json.writeNumberField("first_seen_time", finding.firstSeen());
    json.writeNumberField("last_seen_time", finding.lastSeen());
    object(json, "analytic", it -> analytic(it, OcsfAnalytic.RULE, rule.id(), rule.title()));
  }

  private static void evidence(JsonGenerator json, Finding finding, String id) throws IOException {
    text(json, "uid", id);
    OcsfParties.actor(json, agent(finding), null, null, null);
  }

  private static Agent agent(Finding finding) {
    return new Agent(finding.agentId(), finding.kind(), null, null, finding.owner());
  }

  private static void resources(JsonGenerator json, Finding finding) throws IOException {
    FindingSubject subject = finding.subject();
    json.writeArrayFieldStart("resources");
    OcsfParties.agent(json, agent(finding), OcsfRole.AFFECTED);
    OcsfParties.resource(json, subject.system(), "system", OcsfRole.TARGET);
    OcsfParties.resource(json, subject.permission(), "permission", OcsfRole.RELATED);
    OcsfParties.resource(json, subject.user(), "person", OcsfRole.RELATED);
    OcsfParties.resource(json, subject.credential(), "credential", OcsfRole.RELATED);
    OcsfParties.resource(json, subject.through(), OcsfParties.AGENT, OcsfRole.RELATED);
    json.writeEndArray();
  }

  private static void unmapped(JsonGenerator json, Finding finding) throws IOException {
    text(json, "reach", finding.reach() == null ? null : finding.reach().code());
  }
}
