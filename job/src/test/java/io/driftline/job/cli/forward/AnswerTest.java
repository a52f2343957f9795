package io.driftline.job.cli.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.job.cli.forward.Answer.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 204, 299})
  void everySuccessDelivers(int status) {
    assertThat(verdict(status)).isEqualTo(Verdict.DELIVERED);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504, 599})
  void whatMayPassIsTriedAgain(int status) {
    assertThat(verdict(status)).isEqualTo(Verdict.RETRY);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 304, 307, 308, 400, 401, 403, 404, 409, 410, 413, 422, 451, 499})
  void whatWillNotPassIsRefused(int status) {
    assertThat(verdict(status)).isEqualTo(Verdict.REFUSED);
  }

  @Test
  void noAnswerIsTriedAgain() {
    assertThat(Answer.none("timeout").verdict()).isEqualTo(Verdict.RETRY);
  }

  private static Verdict verdict(int status) {
    return Answer.of(status, Duration.ZERO).verdict();
  }
}
