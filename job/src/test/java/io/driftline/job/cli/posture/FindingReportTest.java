package io.driftline.job.cli.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentKind;
import io.driftline.posture.Finding;
import io.driftline.posture.FindingStatus;
import io.driftline.posture.FindingSubject;
import io.driftline.posture.PostureRule;
import io.driftline.posture.Resolution;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingReportTest {

  @Test
  void tellsWhenEachOpensAndWhenItIsOver() {
    FindingReport report =
        new FindingReport(
            List.of(
                finding("1", FindingStatus.OPEN, null, 0),
                finding("2", FindingStatus.OPEN, null, 1_000),
                finding("1", FindingStatus.UPDATED, null, 2_000),
                finding("1", FindingStatus.RESOLVED, Resolution.REPAIRED, 3_000)));

    assertThat(report.text())
        .isEqualTo(
            """
            1970-01-01T00:00:00Z  open      medium    ownerless_agent          bot has no owner.
            1970-01-01T00:00:01Z  open      medium    ownerless_agent          bot has no owner.
            1970-01-01T00:00:03Z  resolved  medium    ownerless_agent          bot has no owner.
            2 findings, 1 of them open at the end
            """);
  }

  @Test
  void writesEveryChangeForPrograms() {
    Finding finding = finding("1", FindingStatus.OPEN, null, 0);

    assertThat(new FindingReport(List.of(finding, finding)).json().lines()).hasSize(2);
    assertThat(new FindingReport(List.of()).text())
        .isEqualTo("0 findings, 0 of them open at the end\n");
  }

  private static Finding finding(
      String id, FindingStatus status, Resolution resolution, long time) {
    PostureRule rule = PostureRule.OWNERLESS_AGENT;
    return new Finding(
        id,
        status,
        resolution,
        rule,
        rule.severity(),
        "bot",
        AgentKind.ORGANIZATIONAL,
        null,
        FindingSubject.AGENT,
        time,
        0,
        time,
        0,
        null,
        List.of(),
        "bot has no owner.");
  }
}
