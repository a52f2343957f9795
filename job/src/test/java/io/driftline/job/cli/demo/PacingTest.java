package io.driftline.job.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PacingTest {

  private static final Instant FROM = Instant.EPOCH;
  private static final Pacing PACING = new Pacing(1_000, FROM, Duration.ofSeconds(10));

  @Test
  void isEvenOverTheSpan() {
    assertThat(PACING.due(FROM)).isZero();
    assertThat(PACING.due(FROM.plusMillis(2_500))).isEqualTo(250);
    assertThat(PACING.due(FROM.plusSeconds(10))).isEqualTo(1_000);
  }

  @Test
  void neverGoesBeyondEitherEnd() {
    assertThat(PACING.due(FROM.minusSeconds(1))).isZero();
    assertThat(PACING.due(FROM.plusSeconds(1_000_000_000))).isEqualTo(1_000);
  }

  @Test
  void wantsASpan() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Pacing(1, FROM, Duration.ZERO));
  }
}
