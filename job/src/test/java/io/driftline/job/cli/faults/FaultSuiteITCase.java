package io.driftline.job.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The job's jar on a cluster of processes that has nothing but Flink's own libraries; {@code
 * driftline bench faults} has all faults.
 */
@Timeout(400)
class FaultSuiteITCase {

  private static final int EVENTS = 2000;
  private static final Path LOGS = Path.of("target", "fault-logs");

  @Test
  void aKilledTaskManagerAndAKilledJobManagerNeitherLoseNorRepeatNorChangeARecord()
      throws Exception {
    List<FaultResult> results =
        new FaultSuite(FaultSettings.small(EVENTS), FaultSuite.fewest(), LOGS, doing -> {})
            .run(result -> {});

    assertThat(results).hasSize(2);
    assertThat(results.get(0).records()).containsEntry("audit", EVENTS);
    assertThat(results.get(0).records().get("incidents")).isPositive();
    assertThat(results.get(1).difference()).isEqualTo(Difference.NONE);
    assertThat(results.get(1).recoveries()).hasSize(2);
  }
}
