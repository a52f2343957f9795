package io.driftline.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AuditHashTest {

  private final AuditHash hash = new AuditHash();

  @Test
  void isSha256() {
    // FIPS 180-2, appendix B.1.
    assertThat(hash.of("abc…".getBytes(US_ASCII), 3))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void isNotMixedUpWithTheOneBefore() {
    String first = hash.of(new byte[] {1}, 1);
    hash.of(new byte[] {2}, 1);
    assertThat(hash.of(new byte[] {1}, 1)).isEqualTo(first);
  }

  @Test
  void allBeforeTheHashIsCanonical() {
    assertThat(canonical("{\"a\":1,\"hash\":\"" + AuditHash.NOTHING_BEFORE + "\"}")).isEqualTo(6);
  }

  @Test
  void whatDoesNotEndAsARecordDoesHasNoCanonicalBytes() {
    String digits = AuditHash.NOTHING_BEFORE;
    assertThat(canonical("")).isEqualTo(-1);
    assertThat(canonical(",\"hash\":\"" + digits + "\"}")).isEqualTo(-1);
    assertThat(canonical("{\"a\":1,\"hash\":\"" + digits + "\"} ")).isEqualTo(-1);
    assertThat(canonical("{\"a\":1,\"hash\":\"0" + digits + "\"}")).isEqualTo(-1);
    assertThat(canonical("{\"a\":1,\"hesh\":\"" + digits + "\"}")).isEqualTo(-1);
  }

  private static int canonical(String record) {
    return AuditHash.canonicalLength(record.getBytes(US_ASCII));
  }
}
