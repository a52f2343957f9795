package io.driftline.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentKind;
import io.driftline.posture.BlastRadius.Reach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingSeverityTest {

  @ParameterizedTest
  @CsvSource({
    "NO_GRANT, ORGANIZATIONAL, NARROW, HIGH",
    "NO_GRANT, ORGANIZATIONAL, WIDE, HIGH",
    "NO_GRANT, ORGANIZATIONAL, VAST, CRITICAL",
    "NO_GRANT, THIRD_PARTY, NARROW, HIGH",
    "NO_GRANT, PERSONAL, NARROW, MEDIUM",
    "NO_GRANT, PERSONAL, WIDE, HIGH",
    "NO_GRANT, PERSONAL, VAST, CRITICAL",
    "NO_GRANT, , NARROW, HIGH",
    "NO_GRANT, PERSONAL, , HIGH",
    "UNREGISTERED_AGENT, , , HIGH",
    "REVIEW_OVERDUE, PERSONAL, NARROW, LOW",
    "REQUESTER_NOT_ACTIVE, ORGANIZATIONAL, VAST, CRITICAL",
  })
  void goesByRuleKindAndReach(PostureRule rule, AgentKind kind, Reach reach, Severity expected) {
    assertThat(FindingSeverity.of(rule, kind, reach)).isEqualTo(expected);
  }
}
