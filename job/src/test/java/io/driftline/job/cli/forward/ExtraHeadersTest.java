package io.driftline.job.cli.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.driftline.job.cli.CommandFailure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtraHeadersTest {

  private static final Map<String, String> ENVIRONMENT =
      Map.of("TOKEN", "Bearer secret\n", "BROKEN", "secret\r\nX-Other: 1", "EMPTY", " ");

  @Test
  void valuesComeFromTheCommandLineAndTheEnvironment() {
    ExtraHeaders headers =
        of(List.of("X-Site: lab: 7", "X-Empty:"), List.of("Authorization=TOKEN"));
    assertThat(headers.values())
        .containsEntry("X-Site", "lab: 7")
        .containsEntry("X-Empty", "")
        .containsEntry("Authorization", "Bearer secret");
    assertThat(headers).hasToString("[Authorization, X-Empty, X-Site]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "secret",
        ": secret",
        "X Y: secret",
        "X: secr\u00e9t secret",
        "X: secret\r\nY: 1",
        "content-type: secret",
        "Idempotency-Key: secret",
        "Host: secret",
        "Upgrade: secret"
      })
  void refusesWhatCannotBeAHeaderWithoutRepeatingIt(String header) {
    assertThatExceptionOfType(CommandFailure.class)
        .isThrownBy(() -> of(List.of(header), List.of()))
        .withMessageNotContaining("secr");
  }

  @Test
  void refusesVariablesThatAreNotSetOrCannotBeAHeader() {
    assertThatExceptionOfType(CommandFailure.class)
        .isThrownBy(() -> of(List.of(), List.of("X=ABSENT")))
        .withMessage("environment variable ABSENT is not set");
    assertThatExceptionOfType(CommandFailure.class)
        .isThrownBy(() -> of(List.of(), List.of("X=EMPTY")));
    assertThatExceptionOfType(CommandFailure.class)
        .isThrownBy(() -> of(List.of(), List.of("X=BROKEN")))
        .withMessageContaining("header X")
        .withMessageNotContaining("secret");
  }

  @Test
  void refusesAHeaderGivenTwice() {
    assertThatExceptionOfType(CommandFailure.class)
        .isThrownBy(() -> of(List.of("x-a: 1"), List.of("X-A=TOKEN")))
        .withMessage("header X-A is given twice");
  }

  private static ExtraHeaders of(List<String> given, List<String> fromEnvironment) {
    return ExtraHeaders.of(given, fromEnvironment, ENVIRONMENT::get);
  }
}
