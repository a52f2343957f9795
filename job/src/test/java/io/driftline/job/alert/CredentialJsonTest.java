package io.driftline.job.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentKind;
import io.driftline.posture.CredentialEntry;
import io.driftline.posture.CredentialStanding;
import io.driftline.posture.JudgedAgent;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CredentialJsonTest {

  private static final OutputSchema SCHEMA = OutputSchema.named("credential");
  private static final long FIRST = Instant.parse("2026-03-02T09:00:00Z").toEpochMilli();

  @Test
  void writesAnEntryAsPublished() {
    JudgedAgent bot = new JudgedAgent("bot", AgentKind.THIRD_PARTY, "ann@corp.example", null);
    assertThat(written(entry(bot, "key-9", "api_key", CredentialStanding.REGISTERED)))
        .isEqualTo(
            "{\"schema\":\"driftline.credential/1\",\"id\":\"3cb3593032952086\","
                + "\"agent\":{\"id\":\"bot\",\"kind\":\"third_party\","
                + "\"owner\":\"ann@corp.example\"},"
                + "\"credential\":{\"id\":\"key-9\",\"type\":\"api_key\"},"
                + "\"standing\":\"registered\",\"first_used\":\"2026-03-02T09:00:00Z\","
                + "\"last_used\":\"2026-03-02T09:01:00.500Z\",\"count\":3}");
  }

  @ParameterizedTest
  @EnumSource(CredentialStanding.class)
  void keepsToItsSchemaWhichDescribesEveryField(CredentialStanding standing) throws IOException {
    JudgedAgent unknown = JudgedAgent.unregistered("bot");
    for (String type : new String[] {null, "api_key"}) {
      String json = written(entry(unknown, "key-9", type, standing));
      assertThat(SCHEMA.faults(json)).isEmpty();
      assertThat(SCHEMA.undescribed(json)).isEmpty();
    }
  }

  @Test
  void theSchemaTakesNoticeOfFaults() {
    JudgedAgent bot = JudgedAgent.unregistered("bot");
    String json = written(entry(bot, "key-9", "api_key", CredentialStanding.UNKNOWN));
    assertThat(SCHEMA.faults(json.replace("\"unknown\"", "\"unheard\""))).hasSize(1);
    assertThat(SCHEMA.faults(json.replace("\"count\":3", "\"count\":0"))).hasSize(1);
    assertThat(SCHEMA.faults(json.replace("\"count\"", "\"secret\""))).hasSize(2);
  }

  @Test
  void nothingInAnEventReachesATerminal() {
    JudgedAgent evil = JudgedAgent.unregistered("b\u001b[2Jot");
    assertThat(written(entry(evil, "k\u009b", "\u202E", CredentialStanding.UNREGISTERED_AGENT)))
        .matches("[ -~]*");
  }

  private static CredentialEntry entry(
      JudgedAgent agent, String credential, String type, CredentialStanding standing) {
    return new CredentialEntry(agent, credential, type, standing, FIRST, FIRST + 60_500, 3);
  }

  private static String written(CredentialEntry entry) {
    return new String(CredentialJson.write(entry), UTF_8);
  }
}
