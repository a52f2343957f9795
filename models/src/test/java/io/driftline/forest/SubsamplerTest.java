package io.driftline.forest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SubsamplerTest {

  private static final double[][] HUNDRED =
      IntStream.range(0, 100).mapToObj(i -> new double[] {i}).toArray(double[][]::new);

  @Test
  void drawsNoRowTwice() {
    Subsampler subsampler = new Subsampler(HUNDRED, 60, new Draws(new SplittableRandom(1)));

    for (int i = 0; i < 50; i++) {
      assertThat(List.of(subsampler.next())).hasSize(60).doesNotHaveDuplicates();
    }
  }

  @Test
  void drawsEveryRowWhenTheSizeIsTheirNumber() {
    assertThat(List.of(new Subsampler(HUNDRED, 100, new Draws(new SplittableRandom(1))).next()))
        .containsExactlyInAnyOrder(HUNDRED);
  }

  @Test
  void drawsEveryRowEquallyOften() {
    Subsampler subsampler = new Subsampler(HUNDRED, 10, new Draws(new SplittableRandom(1)));
    int[] drawn = new int[100];

    for (int i = 0; i < 10_000; i++) {
      for (double[] row : subsampler.next()) {
        drawn[(int) row[0]]++;
      }
    }

    // 1000 expected of each, standard deviation 30.
    assertThat(IntStream.of(drawn)).allMatch(count -> count > 870 && count < 1130);
  }
}
