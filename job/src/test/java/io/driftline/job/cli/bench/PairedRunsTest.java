package io.driftline.job.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.job.cli.bench.PairedRuns.Pair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairedRunsTest {

  private final List<String> order = new ArrayList<>();

  private PairedRuns.Run taking(Duration... times) {
    int[] next = {0};
    return label -> {
      order.add(label);
      return times[next[0]++];
    };
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  @Test
  void swapsTheOrderFromPairToPair() throws Exception {
    new PairedRuns(
            taking(seconds(1), seconds(1), seconds(1)), taking(seconds(1), seconds(1), seconds(1)))
        .time(2);

    assertThat(order)
        .containsExactly(
            "0-minimal", "0-pipeline", "1-pipeline", "1-minimal", "2-minimal", "2-pipeline");
  }

  @Test
  void throwsTheFirstPairAway() throws Exception {
    List<Pair> pairs =
        new PairedRuns(taking(seconds(90), seconds(2)), taking(seconds(80), seconds(3))).time(1);

    assertThat(pairs).containsExactly(new Pair(seconds(2), seconds(3)));
  }
}
