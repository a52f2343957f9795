package io.driftline.posture;

import static io.driftline.posture.Uses.DAY;
import static io.driftline.posture.Uses.START;
import static io.driftline.posture.Uses.use;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DormantCredentialTest {

  private static final long DORMANT = 20 * DAY;

  private final DormantCredential silence = new DormantCredential();

  @Test
  void theFirstUseEndsNoSilence() {
    assertThat(add("bot", 0)).isFalse();
    assertThat(silence.wokenBy()).isNull();
  }

  @Test
  void aUseAfterSilenceIsHeldAgainstWhoeverItIs() {
    add("zoe", 0);
    assertThat(add("bot", 30 * DAY)).isTrue();
    assertThat(silence.wokenBy()).isEqualTo("bot");
    assertThat(add("bot", 31 * DAY)).isFalse();
  }

  @Test
  void theSilenceIsLongEnoughFromTheLimitOn() {
    add("bot", 0);
    assertThat(add("bot", DORMANT - 1)).isFalse();
    assertThat(add("bot", 2 * DORMANT - 1)).isTrue();
  }

  @Test
  void aLateUseMayShowThatThereWasNoSilence() {
    add("bot", 0);
    add("bot", 30 * DAY);
    assertThat(silence.wasNone(START + 30 * DAY, DORMANT)).isFalse();
    assertThat(add("bot", 15 * DAY)).isFalse();
    assertThat(silence.wasNone(START + 30 * DAY, DORMANT)).isTrue();
  }

  @Test
  void aLateUseMayItselfHaveEndedASilence() {
    add("bot", 0);
    add("bot", 60 * DAY);
    assertThat(add("zoe", 30 * DAY)).isTrue();
    assertThat(silence.wasNone(START + 60 * DAY, DORMANT)).isFalse();
  }

  private boolean add(String agent, long sinceStart) {
    return silence.add(use(agent, "a", START + sinceStart), DORMANT);
  }
}
