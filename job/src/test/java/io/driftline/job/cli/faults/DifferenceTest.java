package io.driftline.job.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DifferenceTest {

  private static final List<OutputRecord> EXPECTED = records(1, 10, 2, 20, 2, 20, 5, 50);

  @Test
  void sameRecordsDoNotDiffer() {
    assertThat(Difference.between(EXPECTED, EXPECTED)).isEqualTo(Difference.NONE);
  }

  @Test
  void missingRecordsAreLost() {
    assertThat(Difference.between(EXPECTED, records(2, 20))).isEqualTo(new Difference(3, 0, 0));
    assertThat(Difference.between(EXPECTED, List.of())).isEqualTo(new Difference(4, 0, 0));
  }

  @Test
  void repeatedAndUnexpectedRecordsAreThereTwice() {
    List<OutputRecord> more = records(1, 10, 2, 20, 2, 20, 2, 20, 5, 50, 6, 60);

    assertThat(Difference.between(EXPECTED, more)).isEqualTo(new Difference(0, 2, 0));
  }

  @Test
  void recordsWithOtherBytesAreChanged() {
    assertThat(Difference.between(EXPECTED, records(1, 10, 2, 20, 2, 21, 5, 50)))
        .isEqualTo(new Difference(0, 0, 1));
  }

  private static List<OutputRecord> records(long... identityAndContent) {
    return IntStream.range(0, identityAndContent.length / 2)
        .mapToObj(i -> new OutputRecord(identityAndContent[2 * i], identityAndContent[2 * i + 1]))
        .toList();
  }
}
