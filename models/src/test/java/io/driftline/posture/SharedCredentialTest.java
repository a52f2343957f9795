package io.driftline.posture;

import static io.driftline.posture.Uses.use;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SharedCredentialTest {

  private static final long WINDOW = 1_000;

  @Test
  void aCredentialThatTwoAgentsUseIsHeldAgainstTheOneThatCameSecond() {
    SharedCredential shared = shared(50, known("zoe", 10), known("bot", 20));
    assertThat(shared.key().agentId()).isEqualTo("bot");
    assertThat(shared.key().subject().through()).isEqualTo("zoe");
    assertThat(shared.key().subject().credential()).isEqualTo("a");
  }

  @Test
  void oneAgentSharesWithNobody() {
    assertThat(shared(50, known("bot", 10)).isViolated()).isFalse();
    assertThat(shared(50, known("bot", 10)).key()).isNull();
    assertThat(shared(50).until()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void aUseCountsForAsLongAsTheWindowAndNoLonger() {
    KnownUse[] both = {known("zoe", 10), known("bot", 20)};
    assertThat(shared(9 + WINDOW, both).isViolated()).isTrue();
    assertThat(shared(9 + WINDOW, both).until()).isEqualTo(10 + WINDOW);
    assertThat(shared(10 + WINDOW, both).isViolated()).isFalse();
  }

  @Test
  void whoComesBackAfterALongBreakComesAnew() {
    KnownUse zoe = known("zoe", 10);
    zoe.add(use("zoe", "a", 10 + WINDOW), WINDOW);
    KnownUse bot = known("bot", 20);
    bot.add(use("bot", "a", 19 + WINDOW), WINDOW);
    assertThat(shared(20 + WINDOW, zoe, bot).key().agentId()).isEqualTo("zoe");
  }

  @Test
  void ofTwoThatCameAtOnceTheIdsDecide() {
    assertThat(shared(50, known("zoe", 10), known("bot", 10)).key().agentId()).isEqualTo("zoe");
  }

  private static SharedCredential shared(long now, KnownUse... known) {
    return new SharedCredential(List.of(known), now, WINDOW);
  }

  private static KnownUse known(String agent, long time) {
    return KnownUse.of(use(agent, "a", time));
  }
}
