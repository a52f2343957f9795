package io.driftline.job.ocsf;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.driftline.job.alert.Anomalies;
import io.driftline.job.alert.DriftEvents;
import io.driftline.job.alert.OutputSchema;
import io.driftline.job.incident.Incidents;
import io.driftline.posture.Finding;
import io.driftline.posture.FindingStatus;
import io.driftline.posture.PostureRule;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class OcsfJsonTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void anAnomalyIsAFindingOfLearningOrStatistics() throws IOException {
    JsonNode json = read(OcsfJson.write(Anomalies.full()));

    assertThat(json.at("/class_uid").asInt()).isEqualTo(2004);
    assertThat(json.at("/type_uid").asInt()).isEqualTo(200401);
    assertThat(json.at("/metadata/version").asText()).isEqualTo("1.8.0");
    assertThat(json.at("/metadata/uid")).isEqualTo(json.at("/finding_info/uid"));
    assertThat(json.at("/severity_id").asInt()).isEqualTo(5);
    assertThat(json.at("/risk_score").asInt()).isEqualTo(97);
    assertThat(json.at("/finding_info/analytic/type_id").asInt()).isEqualTo(3);
    assertThat(json.at("/message").asText()).isEqualTo(Anomalies.full().explanation().summary());
  }

  @Test
  void theActionIsTheFirstEvidence() throws IOException {
    JsonNode json = read(OcsfJson.write(Anomalies.full()));
    JsonNode first = json.at("/evidences/0");

    assertThat(json.at("/evidences")).hasSize(2);
    assertThat(first.at("/uid").asText()).isEqualTo("e412");
    assertThat(first.at("/actor/app_uid").asText()).isEqualTo("sales-assistant-3");
    assertThat(first.at("/actor/user/uid").asText()).isEqualTo("ana");
    assertThat(first.at("/actor/session/credential_uid").asText()).isEqualTo("k1");
    assertThat(first.at("/api/operation").asText()).isEqualTo("create_transfer");
    assertThat(first.at("/src_endpoint/ip").asText()).isEqualTo("192.0.2.10");
    assertThat(first.at("/data/permission").asText()).isEqualTo("payments:transfer");
    assertThat(json.at("/evidences/1/uid").asText()).isEqualTo("e400");
    assertThat(json.at("/anomaly_analyses/0/anomalies/1/observation_parameter").asText())
        .isEqualTo("resource_risk");
  }

  @Test
  void anIncidentIsCreatedUpdatedAndClosedUnderOneId() throws IOException {
    JsonNode updated = read(OcsfJson.write(Incidents.updated()));
    JsonNode closed = read(OcsfJson.write(Incidents.closed()));

    assertThat(updated.at("/type_uid").asInt()).isEqualTo(200402);
    assertThat(updated.at("/finding_info/uid").asText()).isEqualTo("5d0c00112233aabb");
    assertThat(updated.at("/metadata/uid").asText()).isEqualTo("5d0c00112233aabb-3");
    assertThat(updated.at("/finding_info/attacks/0/sub_technique/uid").asText())
        .isEqualTo("AML.T0034.002");
    assertThat(updated.at("/finding_info/attacks/1/technique/uid").asText()).isEqualTo("AML.T0053");
    assertThat(updated.at("/finding_info/related_events")).hasSize(2);
    assertThat(updated.at("/is_alert").asBoolean()).isTrue();
    assertThat(closed.at("/type_uid").asInt()).isEqualTo(200403);
    assertThat(closed.at("/status_id").asInt()).isEqualTo(4);
    assertThat(closed.at("/status_detail").asText()).isEqualTo("quiet");
    assertThat(closed.has("risk_score")).isFalse();
  }

  @Test
  void aFindingIsOfARuleAndSaysWhatToDo() throws IOException {
    Finding open = new RandomOutputs(1).finding(PostureRule.NO_GRANT, FindingStatus.OPEN);
    JsonNode json = read(OcsfJson.write(open));

    assertThat(json.at("/type_uid").asInt()).isEqualTo(200401);
    assertThat(json.at("/finding_info/analytic/type_id").asInt()).isEqualTo(1);
    assertThat(json.at("/remediation/desc").asText()).isEqualTo(PostureRule.NO_GRANT.remedy());
  }

  @Test
  void whatWasHiddenIsInformation() throws IOException {
    JsonNode json = read(OcsfJson.write(Incidents.suppressed()));

    assertThat(json.at("/severity_id").asInt()).isEqualTo(1);
    assertThat(json.at("/status_id").asInt()).isEqualTo(3);
    assertThat(json.at("/count").asInt()).isEqualTo(12);
  }

  @Test
  void keepsToOcsf() {
    OutputSchema schema = OcsfSchema.detectionFinding();
    assertThat(schema.faults(text(OcsfJson.write(Anomalies.full())))).isEmpty();
    assertThat(schema.faults(text(OcsfJson.write(Anomalies.withoutModel())))).isEmpty();
    DriftEvents.all().forEach(it -> assertThat(schema.faults(text(OcsfJson.write(it)))).isEmpty());
    assertThat(schema.faults(text(OcsfJson.write(Incidents.updated())))).isEmpty();
    assertThat(schema.faults(text(OcsfJson.write(Incidents.closed())))).isEmpty();
    assertThat(schema.faults(text(OcsfJson.write(Incidents.heldBack())))).isEmpty();
    assertThat(schema.faults(text(OcsfJson.write(Incidents.closed())).replace("200403", "200401")))
        .isNotEmpty();
  }

  private static JsonNode read(byte[] json) throws IOException {
    return JSON.readTree(json);
  }

  private static String text(byte[] json) {
    return new String(json, US_ASCII);
  }
}
