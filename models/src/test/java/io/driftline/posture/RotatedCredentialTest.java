package io.driftline.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.registry.RecordHistory;
import io.driftline.registry.RegisteredCredential;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RotatedCredentialTest {

  private static final long ROTATED = 1_000;

  private final RecordHistory<RegisteredCredential> own = new RecordHistory<>();
  private final RecordHistory<RegisteredCredential> others = new RecordHistory<>();
  private final Map<String, RecordHistory<RegisteredCredential>> byAgent =
      Map.of("bot", own, "other", others);

  @Test
  void aCredentialMayNotBeUsedFromTheInstantOnAtWhichItIsRotated() {
    own.put(0, Uses.rotated("a", ROTATED));
    assertThat(RotatedCredential.isViolated(byAgent, "bot", ROTATED - 1)).isFalse();
    assertThat(RotatedCredential.isViolated(byAgent, "bot", ROTATED)).isTrue();
  }

  @Test
  void aCredentialThatIsNotRotatedMayBeUsed() {
    own.put(0, Uses.listed("a"));
    assertThat(RotatedCredential.isViolated(byAgent, "bot", ROTATED)).isFalse();
  }

  @Test
  void whatTheRecordSaysLaterHoldsFromThenOn() {
    own.put(0, Uses.listed("a"));
    own.put(2 * ROTATED, Uses.rotated("a", ROTATED));
    assertThat(RotatedCredential.isViolated(byAgent, "bot", 2 * ROTATED - 1)).isFalse();
    assertThat(RotatedCredential.isViolated(byAgent, "bot", 2 * ROTATED)).isTrue();
  }

  @Test
  void anothersRecordCountsOnlyIfTheAgentsOwnDoesNotListIt() {
    others.put(0, Uses.rotated("a", ROTATED));
    assertThat(RotatedCredential.isViolated(byAgent, "bot", ROTATED)).isTrue();
    assertThat(RotatedCredential.isViolated(byAgent, "stranger", ROTATED)).isTrue();
    own.put(0, Uses.listed("a"));
    assertThat(RotatedCredential.isViolated(byAgent, "bot", ROTATED)).isFalse();
  }
}
