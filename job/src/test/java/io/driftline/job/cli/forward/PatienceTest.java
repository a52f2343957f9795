package io.driftline.job.cli.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {

  private final Delivery delivery = Messages.delivery(1, "a");

  @Test
  void takesBothTheAttemptsAndTheTime() {
    Patience patience = new Patience(2, Duration.ofSeconds(10));
    delivery.sent(1_000);
    assertThat(patience.isOver(delivery, 60_000)).as("tried once only").isFalse();
    delivery.sent(2_000);
    assertThat(patience.isOver(delivery, 10_999)).as("tried for 10 s almost").isFalse();
    assertThat(patience.isOver(delivery, 11_000)).isTrue();
  }

  @Test
  void noAttemptsAreForEver() {
    delivery.sent(0);
    assertThat(new Patience(0, Duration.ZERO).isOver(delivery, Long.MAX_VALUE)).isFalse();
  }

  @Test
  void refusesWhatIsNegative() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Patience(-1, Duration.ZERO))
        .withMessage("max-attempts must be at least 0, was -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Patience(1, Duration.ofSeconds(-1)))
        .withMessageContaining("give-up-after");
  }
}
