package io.driftline.job.cli.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class DelaysTest {

  @Test
  void thoseNeverFoundCountAsTheSlowest() {
    Delays delays = new Delays(4, List.of(9L, 2L, 5L));
    assertThat(delays.quantile(0.25)).hasValue(2);
    assertThat(delays.quantile(0.5)).hasValue(5);
    assertThat(delays.quantile(0.75)).hasValue(9);
    assertThat(delays.quantile(0.95)).isEmpty();
  }

  @Test
  void withoutAgentsThereIsNoDelay() {
    assertThat(new Delays(0, List.of()).quantile(0.5)).isEmpty();
  }

  @Test
  void refusesMoreFoundThanThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Delays(1, List.of(1L, 2L)))
        .withMessage("at most all of 1 agents can be found, were 2");
  }
}
