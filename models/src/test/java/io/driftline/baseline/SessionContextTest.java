package io.driftline.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SessionContextTest {

  @Test
  void theFirstActionFollowsTheStart() {
    assertThat(SessionContext.first("s").previousStep()).isEqualTo(SessionContext.START);
  }

  @Test
  void theLatestStepComesFirst() {
    assertThat(new SessionContext("s", new long[] {7, 8}, false).previousStep()).isEqualTo(7);
  }

  @Test
  void refusesMoreStepsThanItLooksBack() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SessionContext("s", new long[7], false))
        .withMessage("at most 6 recent steps, got 7");
  }
}
