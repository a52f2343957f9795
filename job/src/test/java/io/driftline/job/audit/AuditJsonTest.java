package io.driftline.job.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.driftline.audit.AuditChain;
import io.driftline.audit.AuditHash;
import io.driftline.job.TestActions;
import io.driftline.job.alert.OutputSchema;
import io.driftline.job.detect.JudgedAction;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class AuditJsonTest {

  private static final OutputSchema SCHEMA = OutputSchema.named("audit");
  private static final OutputSchema SEALS = OutputSchema.named("audit-seal");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final AuditChain chain = new AuditChain();
  private final AuditHash hash = new AuditHash();

  @Test
  void writesARecordAsPublished() {
    assertThat(append(JudgedActions.full()))
        .isEqualTo(
            """
            {"schema":"driftline.audit/1","agent":{"id":"agent-7","kind":"organizational",\
            "name":"Clerk","version":"2.4.1","owner":"finance-ops"},\
            "chain_began":"2026-03-02T09:00:00.250Z","seq":1,"prev":"%s",\
            "time":"2026-03-02T09:00:00.250Z","session_id":"s-1","action":{"event_id":"e-1",\
            "system":"mail","action":"send_email","permission":"mail:send",\
            "resource":"ap@supplier.example\\u001B[2J,\\"hash\\":\\"","outcome":"denied",\
            "requester":{"id":"planner-1","type":"agent"},\
            "credential":{"id":"key-3","type":"api_key"},"source_ip":"192.0.2.10","bytes":2048,\
            "trace_id":"4bf92f35","parent_agent_id":"planner-1"},\
            "authority":{"verdict":"not_entitled","requester":{"id":"ana","type":"user"},\
            "chain":["planner-1"]},"score":81.2346,"alert":true,"late":true,"hash":"%s"}"""
                .formatted("0".repeat(64), chain.last()));
  }

  @Test
  void recordsAndSealsKeepToTheirSchemasWhichDescribeEveryField() throws IOException {
    String full = append(JudgedActions.full());
    assertThat(SCHEMA.faults(full)).isEmpty();
    assertThat(SCHEMA.undescribed(full)).isEmpty();
    assertThat(SCHEMA.faults(append(JudgedActions.least("agent-7", "e-2", TestActions.MONDAY))))
        .isEmpty();
    String seal = new String(AuditJson.write(chain.seal("agent-7", TestActions.MONDAY)), US_ASCII);
    assertThat(SEALS.faults(seal)).isEmpty();
    assertThat(SEALS.undescribed(seal)).isEmpty();
  }

  @Test
  void theSchemasTakeNoticeOfFaults() {
    String record = append(JudgedActions.full());
    assertThat(SCHEMA.faults(record.replace("\"seq\":1", "\"seq\":0"))).hasSize(1);
    assertThat(SCHEMA.faults(record.replace("\"late\"", "\"lately\""))).isNotEmpty();
    String seal = new String(AuditJson.write(chain.seal("agent-7", TestActions.MONDAY)), US_ASCII);
    assertThat(SEALS.faults(seal.replace("\"hash\":\"", "\"hash\":\"x"))).hasSize(1);
  }

  /** What anybody can do with a record, without a class of ours. */
  @Test
  void theHashIsSha256OfAllThatStandsBeforeIt() throws Exception {
    String first = append(JudgedActions.full());
    String second = append(JudgedActions.read("agent-7", "e-2", TestActions.MONDAY));
    String before = second.substring(0, second.lastIndexOf(",\"hash\":\""));
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(before.getBytes(US_ASCII));
    JsonNode json = MAPPER.readTree(second);
    assertThat(json.get("hash").asText()).isEqualTo(HexFormat.of().formatHex(digest));
    assertThat(json.get("prev").asText()).isEqualTo(MAPPER.readTree(first).get("hash").asText());
    assertThat(json.get("seq").asLong()).isEqualTo(2);
    assertThat(json.get("chain_began")).isEqualTo(MAPPER.readTree(first).get("chain_began"));
  }

  private String append(JudgedAction judged) {
    return new String(AuditJson.append(judged, chain, hash), US_ASCII);
  }
}
