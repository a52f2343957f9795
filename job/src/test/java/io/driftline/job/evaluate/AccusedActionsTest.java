package io.driftline.job.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.posture.Finding;
import io.driftline.posture.FindingStatus;
import io.driftline.posture.FindingSubject;
import io.driftline.posture.PostureRule;
import io.driftline.posture.Resolution;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccusedActionsTest {

  private static Finding finding(PostureRule rule, FindingStatus status, String... evidence) {
    return new Finding(
        "0123456789abcdef",
        status,
        status == FindingStatus.RESOLVED ? Resolution.QUIET : null,
        rule,
        rule.severity(),
        "agent",
        null,
        null,
        FindingSubject.AGENT,
        0,
        0,
        0,
        evidence.length,
        null,
        List.of(evidence),
        "It did.");
  }

  @Test
  void eachTimeAFindingIsToldItIsAboutTheLatestAction() {
    assertThat(
            AccusedActions.of(
                List.of(
                    finding(PostureRule.AUTHORITY_BYPASS, FindingStatus.OPEN, "a"),
                    finding(PostureRule.AUTHORITY_BYPASS, FindingStatus.UPDATED, "a", "b", "c"))))
        .containsExactlyInAnyOrder("a", "c");
  }

  @Test
  void whatIsOverOrNeedsNoActionOrIsPoorlyLoggedAccusesNone() {
    assertThat(
            AccusedActions.of(
                List.of(
                    finding(PostureRule.OUTSIDE_PURPOSE, FindingStatus.RESOLVED, "a"),
                    finding(PostureRule.OWNERLESS_AGENT, FindingStatus.OPEN),
                    finding(PostureRule.INCOMPLETE_RECORD, FindingStatus.OPEN, "b"))))
        .isEmpty();
  }
}
