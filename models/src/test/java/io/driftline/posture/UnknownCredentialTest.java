package io.driftline.posture;

import static io.driftline.posture.Uses.listed;
import static io.driftline.posture.Uses.record;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnknownCredentialTest {

  @Test
  void aCredentialIsUnknownThatTheRecordDoesNotList() {
    assertThat(UnknownCredential.isViolated(record("bot", List.of(listed("a"))), "b")).isTrue();
  }

  @Test
  void aCredentialIsKnownThatTheRecordListsEvenIfItIsRotated() {
    assertThat(UnknownCredential.isViolated(record("bot", List.of(listed("a"))), "a")).isFalse();
    assertThat(UnknownCredential.isViolated(record("bot", List.of(Uses.rotated("a", 1))), "a"))
        .isFalse();
  }

  @Test
  void anEmptyListAllowsNoneAndNoListSaysNothing() {
    assertThat(UnknownCredential.isViolated(record("bot", List.of()), "a")).isTrue();
    assertThat(UnknownCredential.isViolated(record("bot", null), "a")).isFalse();
    assertThat(UnknownCredential.isViolated(null, "a")).isFalse();
  }
}
