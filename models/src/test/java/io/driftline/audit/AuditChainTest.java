package io.driftline.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.driftline.baseline.Damage;
import org.junit.jupiter.api.Test;

class AuditChainTest {

  private static final long TIME = 1_767_571_200_000L;
  private static final String A = "a".repeat(64);
  private static final String B = "b".repeat(64);

  @Test
  void beginsWithRecordOneThatHasNothingBeforeIt() {
    AuditChain chain = new AuditChain();
    assertThat(chain.nextSeq()).isEqualTo(1);
    assertThat(chain.last()).isEqualTo("0".repeat(64));
    assertThat(chain.lastSeen()).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void namesTheRecordBefore() {
    AuditChain chain = chain(A, B);
    assertThat(chain.nextSeq()).isEqualTo(3);
    assertThat(chain.last()).isEqualTo(B);
    assertThat(chain.began()).isEqualTo("2026-01-05T00:00:00Z");
  }

  @Test
  void anEarlierActionDoesNotSetTheClockBack() {
    AuditChain chain = chain(A, B);
    chain.append(A, TIME - 1000);
    assertThat(chain.lastSeen()).isEqualTo(TIME + 1);
  }

  @Test
  void isSealedOnceUntilItGrows() {
    AuditChain chain = chain(A);
    assertThat(chain.seal("agent", TIME + 300_000))
        .isEqualTo(new AuditSeal("agent", chain.began(), 1, A, "2026-01-05T00:05:00Z"));
    assertThat(chain.seal("agent", TIME + 600_000)).isNull();
    chain.append(B, TIME);
    assertThat(chain.seal("agent", TIME + 900_000).seq()).isEqualTo(2);
  }

  @Test
  void anEmptyChainHasNoSeal() {
    assertThat(new AuditChain().seal("agent", TIME)).isNull();
  }

  @Test
  void nothingIsAppendedBeforeItBegins() {
    AuditChain chain = new AuditChain();
    assertThatIllegalStateException().isThrownBy(() -> chain.append(A, TIME));
  }

  @Test
  void aSealNeedsANumberAndAHash() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AuditSeal("agent", "2026-01-05T00:00:00Z", 0, A, "then"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AuditSeal("agent", "2026-01-05T00:00:00Z", 1, "a", "then"));
  }

  @Test
  void isStoredAsItIs() {
    AuditChain chain = chain(A);
    chain.seal("agent", TIME);
    chain.append(B, TIME + 7);
    AuditChain restored = AuditChainCodec.decode(AuditChainCodec.encode(chain));
    assertThat(restored).usingRecursiveComparison().isEqualTo(chain);
    AuditChain empty = new AuditChain();
    assertThat(AuditChainCodec.decode(AuditChainCodec.encode(empty)))
        .usingRecursiveComparison()
        .isEqualTo(empty);
  }

  @Test
  void refusesADamagedForm() {
    byte[] stored = AuditChainCodec.encode(chain(A, B));
    Damage.refusesVersion(stored, "audit chain", 1, 1, AuditChainCodec::decode);
    Damage.refusesEveryTruncation(stored, AuditChainCodec::decode);
    Damage.survivesFlippedBits(stored, AuditChainCodec::decode);
  }

  private static AuditChain chain(String... hashes) {
    AuditChain chain = new AuditChain();
    for (int i = 0; i < hashes.length; i++) {
      chain.beginAt(TIME + i);
      chain.append(hashes[i], TIME + i);
    }
    return chain;
  }
}
