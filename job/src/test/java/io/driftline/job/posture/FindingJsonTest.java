package io.driftline.job.posture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentKind;
import io.driftline.job.alert.OutputSchema;
import io.driftline.posture.BlastRadius.Reach;
import io.driftline.posture.Finding;
import io.driftline.posture.FindingLedger;
import io.driftline.posture.FindingSubject;
import io.driftline.posture.JudgedAgent;
import io.driftline.posture.Observed;
import io.driftline.posture.OpenFinding;
import io.driftline.posture.PostureRule;
import io.driftline.posture.Resolution;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingJsonTest {

  private static final OutputSchema SCHEMA = OutputSchema.named("finding");
  private static final long TIME = Instant.parse("2026-03-02T09:00:00Z").toEpochMilli();
  private static final FindingSubject ALL =
      new FindingSubject("crm", "crm:export", "eve\u001b[2J", "key-9", "planner");

  @Test
  void writesFindingsAsPublished() {
    assertThat(written(all().get(0)))
        .isEqualTo(
            "{\"schema\":\"driftline.finding/1\",\"id\":\""
                + all().get(0).id()
                + "\",\"status\":\"open\",\"rule\":\"ownerless_agent\","
                + "\"title\":\"The agent has no owner\",\"severity\":\"high\","
                + "\"agent\":{\"id\":\"bot\",\"kind\":\"organizational\",\"owner\":\"ann\","
                + "\"reach\":\"vast\"},"
                + "\"subject\":{\"system\":\"crm\",\"permission\":\"crm:export\","
                + "\"user\":\"eve\\u001B[2J\",\"credential\":\"key-9\",\"through\":\"planner\"},"
                + "\"time\":\"2026-03-02T09:00:00Z\",\"first_seen\":\"2026-03-02T09:00:00Z\","
                + "\"last_seen\":\"2026-03-02T09:00:00Z\",\"count\":1,\"evidence\":[\"e1\"],"
                + "\"summary\":\"bot has no owner.\","
                + "\"remedy\":\"Name a person who answers for the agent, or retire it.\"}");
  }

  @Test
  void keepsToItsSchemaWhichDescribesEveryField() throws IOException {
    List<Finding> all = all();
    assertThat(all).hasSize(3 * PostureRule.values().length);
    for (Finding finding : all) {
      assertThat(SCHEMA.faults(written(finding))).isEmpty();
      assertThat(SCHEMA.undescribed(written(finding))).isEmpty();
    }
  }

  @Test
  void theSchemaTakesNoticeOfFaults() {
    String json = written(all().get(0));
    assertThat(SCHEMA.faults(json.replace("ownerless_agent", "ownerles"))).hasSize(1);
    assertThat(SCHEMA.faults(json.replace("\"count\"", "\"cuont\""))).hasSize(2);
    assertThat(SCHEMA.faults(json.replace("\"through\"", "\"thru\""))).hasSize(1);
  }

  @Test
  void nothingInAnEventReachesATerminal() {
    for (Finding finding : all()) {
      assertThat(written(finding)).matches("\\p{ASCII}*").doesNotContain("\u001b");
    }
  }

  /** Each rule open, with everything, resolved, and with nothing that may be absent. */
  private static List<Finding> all() {
    List<Finding> all = new ArrayList<>();
    FindingLedger ledger = new FindingLedger();
    JudgedAgent bot = new JudgedAgent("bot", AgentKind.ORGANIZATIONAL, "ann", Reach.VAST);
    for (PostureRule rule : PostureRule.values()) {
      ledger.observe(bot, rule, ALL, Observed.once(TIME, "e1"), all::add);
    }
    for (OpenFinding each : ledger.open()) {
      ledger.resolve(each.key(), TIME + 1, Resolution.REPAIRED, all::add);
    }
    for (PostureRule rule : PostureRule.values()) {
      JudgedAgent unknown = JudgedAgent.unregistered("bot");
      ledger.observe(unknown, rule, FindingSubject.AGENT, Observed.standing(TIME, TIME), all::add);
    }
    return all;
  }

  private static String written(Finding finding) {
    return new String(FindingJson.write(finding), UTF_8);
  }
}
