package io.driftline.job.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarTest {

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "0,            ",
        "0.0001,▏           ",
        "0.5,██████      ",
        "0.5104,██████▏     ",
        "0.98,███████████▉",
        "1,████████████"
      })
  void isAsLongAsTheShareAndAlwaysPadded(double share, String bar) {
    assertThat(Bar.of(share)).isEqualTo(bar).hasSize(Bar.COLUMNS);
  }
}
