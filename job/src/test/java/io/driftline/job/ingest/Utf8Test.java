package io.driftline.job.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Utf8Test {

  @ParameterizedTest
  @CsvSource({
    "'', -1",
    "41424344454647484950, -1",
    "C3A9, -1",
    "ED9FBF, -1",
    "F09F9880, -1",
    "F48FBFBF, -1",
    "4180, 1",
    "C0AF, 0",
    "C1BF, 0",
    "E08080, 0",
    "EDA080, 0",
    "F08FBFBF, 0",
    "F4908080, 0",
    "F8888080, 0",
    "4142434445464748C3, 8",
    "E282, 0",
    "C3A9E28241, 2"
  })
  void findsTheFirstMalformedByte(String hex, int offset) {
    assertThat(Utf8.firstMalformed(HexFormat.of().parseHex(hex))).isEqualTo(offset);
  }

  @Property(tries = 5000, seed = "20260301")
  void agreesWithTheJavaDecoder(@ForAll("nearlyUtf8") byte[] bytes) {
    assertThat(Utf8.firstMalformed(bytes) < 0).isEqualTo(javaAccepts(bytes));
  }

  @Provide
  Arbitrary<byte[]> nearlyUtf8() {
    Arbitrary<Integer> interesting =
        Arbitraries.of(
            0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1,
            0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF);
    return interesting.map(Integer::byteValue).array(byte[].class).ofMinSize(0).ofMaxSize(12);
  }

  private static boolean javaAccepts(byte[] bytes) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
