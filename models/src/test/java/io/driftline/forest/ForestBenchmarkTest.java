package io.driftline.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** A short run of the benchmark, in this JVM: that it works, not how fast anything is. */
class ForestBenchmarkTest {

  private static final TimeValue MOMENT = TimeValue.milliseconds(20);

  @Test
  void measuresAllThree() throws RunnerException {
    OptionsBuilder options = new OptionsBuilder();
    options.include(ForestBenchmark.class.getName()).forks(0).shouldFailOnError(true);
    options.warmupIterations(0).measurementIterations(1).measurementTime(MOMENT);

    assertThat(new Runner(options).run())
        .hasSize(3)
        .allSatisfy(result -> assertThat(result.getPrimaryResult().getScore()).isPositive());
  }

  @Test
  void timesTheSameScoresOfTheSameTrees() {
    ForestBenchmark benchmark = new ForestBenchmark();
    benchmark.grow();
    ForestBenchmark other = new ForestBenchmark();
    other.grow();

    for (int row = 0; row < 4_096; row++) {
      assertThat(benchmark.compiledForest()).isCloseTo(other.smileScore(), within(1e-9));
    }
  }
}
