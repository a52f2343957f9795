package io.driftline.job.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(240)
class PipelineBenchITCase {

  @Test
  void timesBothPipelinesToTheirLastRecord() throws Exception {
    PipelineBenchOptions options =
        new PipelineBenchOptions(2000, 50, 2, 1, 2, Duration.ofSeconds(1), 42);

    BenchReport report = new PipelineBench(new DriftlinePipeline(), SampleEvents::new).run(options);

    assertThat(report.minimalPerSecond()).hasSize(1).allMatch(rate -> rate > 0);
    assertThat(report.pipelinePerSecond()).hasSize(1).allMatch(rate -> rate > 0);
    assertThat(report.ratioOfMedians()).isPositive();
  }
}
