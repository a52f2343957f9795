package io.driftline.job.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.driftline.job.cli.bench.PairedRuns.Pair;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchReportTest {

  // 1000 events: the minimal job 1000, 500, 250 a second, the pipeline 500, 200, 250.
  private final BenchReport report =
      BenchReport.of(1000, 10, List.of(pair(1000, 2000), pair(2000, 5000), pair(4000, 4000)));

  private static Pair pair(long minimalMillis, long pipelineMillis) {
    return new Pair(Duration.ofMillis(minimalMillis), Duration.ofMillis(pipelineMillis));
  }

  @Test
  void turnsTimesIntoEventsPerSecond() {
    assertThat(report.minimalPerSecond()).containsExactly(1000.0, 500.0, 250.0);
    assertThat(report.pipelinePerSecond()).containsExactly(500.0, 200.0, 250.0);
  }

  @Test
  void dividesTheMedians() {
    assertThat(report.ratioOfMedians()).isCloseTo(250.0 / 500.0, within(1e-12));
  }

  @Test
  void spansTheRatiosOfThePairs() {
    assertThat(report.smallestRatio()).isCloseTo(0.4, within(1e-12));
    assertThat(report.largestRatio()).isCloseTo(1.0, within(1e-12));
  }

  @Test
  void anEvenNumberOfPairsHasItsMedianBetweenTheMiddleTwo() {
    BenchReport two = BenchReport.of(1000, 10, List.of(pair(1000, 1000), pair(2000, 2000)));

    assertThat(two.text()).contains("      750 events/s (500 – 1,000)");
  }

  @Test
  void printsTheRatioWithItsSpread() {
    assertThat(report.text()).contains("ratio of medians 0.500", "ratio by pair    0.400 – 1.000");
  }
}
