package io.driftline.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathLengthTest {

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "2, 0.1544313298", "256, 10.244770920"})
  void expectsTheMeanDepthOfAnUnsuccessfulSearch(int rows, double expected) {
    assertThat(PathLength.expected(rows)).isCloseTo(expected, within(1e-8));
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "3, 2", "4, 2", "5, 3", "256, 8", "257, 9", "4096, 12"})
  void limitsTheHeightToTheRoundedUpLogarithm(int rows, int limit) {
    assertThat(PathLength.heightLimit(rows)).isEqualTo(limit);
  }

  @Test
  void growsWithTheNumberOfRows() {
    for (int rows = 1; rows < 4096; rows++) {
      assertThat(PathLength.expected(rows + 1)).isGreaterThan(PathLength.expected(rows));
    }
  }
}
