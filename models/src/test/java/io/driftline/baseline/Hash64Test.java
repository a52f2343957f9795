package io.driftline.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Hash64Test {

  /**
   * The vectors of the paper's appendix and of its reference code: key and text count up from 0.
   */
  @ParameterizedTest
  @CsvSource({
    "0, 726fdb47dd0e0e31",
    "1, 74f839c593dc67fd",
    "7, ab0200f58b01d137",
    "8, 93f5f5799a932462",
    "15, a129ca6149be45e5",
    "16, 3f2acc7f57c29bdb"
  })
  void agreesWithTheReference(int length, String expected) {
    Hash64.SipState state = new Hash64.SipState(0x0706_0504_0302_0100L, 0x0f0e_0d0c_0b0a_0908L);
    for (int at = 0; at + 8 <= length; at += 8) {
      state.word(bytesFrom(at, at + 8));
    }
    long last = bytesFrom(length & ~7, length) | (long) length << 56;

    assertThat(Long.toHexString(state.finish(last))).isEqualTo(expected);
  }

  @Test
  void nothingIsAbsentAndEmptyIsNot() {
    assertThat(Hash64.of(null)).isEqualTo(Hash64.ABSENT);
    assertThat(Hash64.of("")).isNotEqualTo(Hash64.ABSENT);
  }

  /** Stored baselines hold these: a change here makes every learnt value look new. */
  @Test
  void isPartOfTheStoredFormat() {
    assertThat(Hash64.of("mail:send")).isEqualTo(0x2546_CCEE_855A_829DL);
    assertThat(Hash64.pair(1, 2)).isEqualTo(0x300C_50C1_D3CC_1BCFL);
  }

  @Test
  void zeroPaddingAndLengthAreToldApart() {
    Set<Long> hashes = new HashSet<>();
    for (int zeros = 0; zeros < 300; zeros++) {
      hashes.add(Hash64.of("\0".repeat(zeros)));
    }
    assertThat(hashes).hasSize(300);
  }

  @Test
  void similarNamesDoNotCollide() {
    Set<Long> hashes = new HashSet<>();
    for (int i = 0; i < 200_000; i++) {
      hashes.add(Hash64.of("/reports/" + i));
    }
    assertThat(hashes).hasSize(200_000);
  }

  @Test
  void oneBitOfTheTextChangesHalfTheBitsOfTheHash() {
    int flipped = 0;
    for (int i = 0; i < 1_000; i++) {
      String text = "resource-" + i;
      String neighbour = text.substring(0, 8) + '.' + i;
      flipped += Long.bitCount(Hash64.of(text) ^ Hash64.of(neighbour));
    }
    // Mean 32 of 64, standard deviation 4 / √1000.
    assertThat(flipped / 1_000.0).isBetween(31.5, 32.5);
  }

  @Test
  void aPairIsOrdered() {
    assertThat(Hash64.pair(1, 2)).isNotEqualTo(Hash64.pair(2, 1));
  }

  private static long bytesFrom(int from, int to) {
    long word = 0;
    for (int i = from; i < to; i++) {
      word |= (long) i << (8 * (i - from));
    }
    return word;
  }
}
