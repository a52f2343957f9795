package io.driftline.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.driftline.RealData;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class AdBenchTest {

  @Test
  void findsTheAnomaliesOfAdBenchAsWellAsScikitLearn() throws IOException {
    AdBench bench = new AdBench(RealData.folder("adbench"));

    assertThat(bench.size()).isEqualTo(14);
    assertThat(bench.mean(1)).as("mean ROC-AUC").isGreaterThan(bench.referenceMean() - 0.005);
  }

  @Test
  void countsTiesAsHalfInTheRocAuc() {
    double[] scores = {0.1, 0.5, 0.5, 0.9};
    boolean[] anomalous = {false, false, true, true};

    assertThat(RocAuc.of(scores, anomalous)).isCloseTo(3.5 / 4, within(1e-12));
  }
}
