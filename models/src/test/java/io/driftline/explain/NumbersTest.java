package io.driftline.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 | 0
          1 | 1
          1.26 | 1.3
          9.96 | 10
          12.4 | 12
          1234.4 | 1,234
          NaN | over 1,000,000,000,000,000
          Infinity | over 1,000,000,000,000,000
          """)
  void quantitiesReadWell(double value, String text) {
    assertThat(Numbers.quantity(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0,0 %",
    "0.0004,under 0.1 %",
    "0.004,0.4 %",
    "0.0096,1 %",
    "0.22,22 %",
    "0.993,over 99 %",
    "1,100 %"
  })
  void percentagesAreExactAtTheEndsOnly(double share, String text) {
    assertThat(Numbers.percent(share)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0,0 B", "999,999 B", "1000,1 kB", "2048,2 kB", "2140000,2.1 MB", "9e18,9 EB"})
  void volumesCarryDecimalUnits(double bytes, String text) {
    assertThat(Numbers.bytes(bytes)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "9.5,9.5 min",
    "55,55 min",
    "59.7,1 h",
    "150,2.5 h",
    "2850,2 d",
    "5760,4 d",
    "Infinity,'over 1,000,000,000,000,000 d'"
  })
  void timeSpansReadWell(double minutes, String text) {
    assertThat(Numbers.minutes(minutes)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0.2,1 case", "1,1 case", "1.6,2 cases", "412,412 cases"})
  void countsAreAtLeastOne(double count, String text) {
    assertThat(Numbers.counted(count, "case", "cases")).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"74.99,74.9", "75,75", "9.99,9.9", "100,100", "0,0"})
  void scoresAreNeverRoundedUpToALineTheyMiss(double score, String text) {
    assertThat(Numbers.score(score)).isEqualTo(text);
  }
}
