package io.driftline.job.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteLinesTest {

  @Test
  void numbersLinesAndSkipsBlankOnes() throws IOException {
    assertThat(lines("a\n\n \t\r\nbc\r\n\r\nd", 8)).containsExactly("1:a", "4:bc", "6:d");
  }

  @Test
  void findsNothingInAnEmptyOrBlankFile() throws IOException {
    assertThat(lines("", 8)).isEmpty();
    assertThat(lines("\n\r\n  ", 8)).isEmpty();
  }

  @Test
  void keepsACarriageReturnWithinALine() throws IOException {
    assertThat(lines("a\rb\n", 8)).containsExactly("1:a\rb");
  }

  @Test
  void holdsALineOfExactlyTheLimitWithEitherEnd() throws IOException {
    assertThat(lines("12345678\n12345678\r\n", 8)).containsExactly("1:12345678", "2:12345678");
  }

  @ParameterizedTest
  @ValueSource(ints = {9, 10, 200_000})
  void cutsALongerLineAndGoesOnAfterIt(int size) throws IOException {
    byte[] text = ("x".repeat(size) + "\nnext\n").getBytes(ISO_8859_1);
    ByteLines lines = new ByteLines(new ByteArrayInputStream(text), 8);
    Line line = lines.next();
    assertThat(line.isWhole()).isFalse();
    assertThat(line.size()).isEqualTo(size);
    assertThat(line.head()).asString().isEqualTo("xxxxxxxxx");
    assertThat(line.sha256()).isEqualTo(Sha256.hex("x".repeat(size).getBytes(ISO_8859_1)));
    assertThat(lines.next().head()).asString().isEqualTo("next");
  }

  @Test
  void readsTheSameFromAStreamThatGivesSingleBytes() throws IOException {
    byte[] text = "a\r\nb\n".getBytes(ISO_8859_1);
    InputStream dripping =
        new ByteArrayInputStream(text) {
          @Override
          public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(length, 1));
          }
        };
    assertThat(lines(new ByteLines(dripping, 8))).containsExactly("1:a", "2:b");
  }

  private static List<String> lines(String text, int limit) throws IOException {
    return lines(new ByteLines(new ByteArrayInputStream(text.getBytes(ISO_8859_1)), limit));
  }

  private static List<String> lines(ByteLines lines) throws IOException {
    List<String> found = new ArrayList<>();
    for (Line line = lines.next(); line != null; line = lines.next()) {
      found.add(line.number() + ":" + new String(line.head(), ISO_8859_1));
    }
    return found;
  }
}
