package io.driftline.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForestSettingsTest {

  @Test
  void defaultsToThoseOfThePaper() {
    assertThat(ForestSettings.defaults()).isEqualTo(new ForestSettings(100, 256));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 256, 'trees must be from 1 to 1000, was 0'",
    "1001, 256, 'trees must be from 1 to 1000, was 1001'",
    "100, 1, 'subsample must be from 2 to 4096, was 1'",
    "100, 4097, 'subsample must be from 2 to 4096, was 4097'",
  })
  void refusesWhatIsOutOfRange(int trees, int subsample, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ForestSettings(trees, subsample))
        .withMessage(message);
  }
}
