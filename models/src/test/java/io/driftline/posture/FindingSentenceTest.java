package io.driftline.posture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FindingSentenceTest {

  private static final long SINCE = Instant.parse("2026-03-02T09:00:00Z").toEpochMilli();
  private static final FindingSubject ALL =
      new FindingSubject("crm", "crm:export", "eve@corp.example", "key-9", "planner");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OWNERLESS_AGENT | bot has no owner.",
        "OWNER_NOT_ACTIVE | eve@corp.example, who owns bot, has left, is disabled, or is known no longer.",
        "UNREGISTERED_AGENT | bot acts without being registered.",
        "NO_GRANT | bot used crm:export on crm, which was not granted to it.",
        "EXPIRED_GRANT_USED | bot used crm:export on crm after its grant had expired.",
        "GRANT_EXPIRED | The grant of crm:export on crm to bot expired on 2026-03-02 and is still on record.",
        "REVIEW_OVERDUE | The grant of crm:export on crm to bot is due for review since 2026-03-02.",
        "UNUSED_GRANT | bot was granted crm:export on crm and has long not used it.",
        "AUTHORITY_BYPASS | eve@corp.example, for whom bot acted, is not entitled to crm:export on crm.",
        "REQUESTER_NOT_ACTIVE | eve@corp.example, for whom bot acted on crm, has left or is disabled.",
        "INVOKER_NOT_ALLOWED | eve@corp.example, by way of planner, who asked bot to act, may not invoke it.",
        "OUTSIDE_PURPOSE | bot acted on crm, which its purpose does not need.",
        "INCOMPLETE_RECORD | Actions of bot on crm are logged without requester or result.",
        "UNKNOWN_CREDENTIAL | bot authenticated with key-9, which is not registered for it.",
        "SHARED_CREDENTIAL | bot authenticated with key-9, which planner uses, too.",
        "ROTATED_CREDENTIAL_USED | bot authenticated with key-9 after it had been rotated.",
        "DORMANT_AGENT_USED | bot acts again after it had been silent for long.",
        "DORMANT_CREDENTIAL_USED | bot authenticated with key-9, which had been silent for long.",
        "BEYOND_OWNER | eve@corp.example, who owns bot, is not entitled to crm:export on crm, which it used.",
        "WIDENED_CHAIN | planner, for which bot acted, may not use crm:export on crm itself.",
      })
  void namesAllThatMatters(PostureRule rule, String sentence) {
    assertThat(FindingSentence.of(new FindingKey("bot", rule, ALL), SINCE)).isEqualTo(sentence);
  }

  @ParameterizedTest
  @EnumSource(PostureRule.class)
  void doesWithoutWhatIsNotKnown(PostureRule rule) {
    String sentence = FindingSentence.of(new FindingKey("bot", rule, FindingSubject.AGENT), SINCE);
    assertThat(sentence).contains("bot").endsWith(".").doesNotContain("null");
  }

  @Test
  void saysWhatAPatternStandsFor() {
    FindingSubject all = FindingSubject.ofRight("*", "*");
    assertThat(FindingSentence.of(new FindingKey("bot", PostureRule.UNUSED_GRANT, all), SINCE))
        .isEqualTo("bot was granted every permission on every system and has long not used it.");
  }

  @Test
  void nothingInAnEventReachesATerminal() {
    FindingSubject evil = FindingSubject.ofUse("eve\u001b[2J", "crm\n", "\u202Ex");
    for (PostureRule rule : PostureRule.values()) {
      assertThat(FindingSentence.of(new FindingKey("b\u001bot", rule, evil), SINCE))
          .doesNotContain("\u001b", "\n", "\u202E");
    }
  }
}
