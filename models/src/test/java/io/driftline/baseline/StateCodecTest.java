package io.driftline.baseline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.WithNull;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link StateWriter} and {@link StateReader} together. */
class StateCodecTest {

  @Property(seed = "1")
  void readsWhatWasWritten(
      @ForAll byte small,
      @ForAll int number,
      @ForAll long wide,
      @ForAll float single,
      @ForAll double real,
      @ForAll @WithNull String text,
      @ForAll long[] many) {
    StateWriter out = new StateWriter().writeByte(small).writeInt(number).writeLong(wide);
    out.writeFloat(single).writeDouble(real).writeString(text).writeLongs(many);
    StateReader in = new StateReader(out.toBytes());

    assertThat(in.readByte()).isEqualTo(Byte.toUnsignedInt(small));
    assertThat(in.readInt()).isEqualTo(number);
    assertThat(in.readLong()).isEqualTo(wide);
    assertThat(in.readFloat()).isEqualTo(single);
    assertThat(in.readDouble()).isEqualTo(real);
    // A half of a surrogate pair has no UTF-8 form.
    assertThat(in.readString()).isEqualTo(text == null ? null : utf8(text));
    assertThat(in.readLongs()).isEqualTo(many);
    in.readEnd("value");
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "127, 1", "128, 2", "16383, 2", "16384, 3", "2147483647, 5", "-1, 5"})
  void smallNumbersTakeFewBytes(int number, int bytes) {
    assertThat(new StateWriter().writeInt(number).toBytes()).hasSize(bytes);
  }

  @Test
  void aClearedWriterWritesAsAFreshOne() {
    StateWriter used = new StateWriter().writeString("x".repeat(1000)).clear();

    assertThat(used.writeLong(7).writeFloat(1.5f).toBytes())
        .isEqualTo(new StateWriter().writeLong(7).writeFloat(1.5f).toBytes())
        .containsExactly(0, 0, 0, 0, 0, 0, 0, 7, 0x3f, (byte) 0xc0, 0, 0);
  }

  @Test
  void emptyIsNotNull() {
    StateReader in = new StateReader(new StateWriter().writeString("").toBytes());
    assertThat(in.readString()).isEmpty();
  }

  @Test
  void refusesACountThatCannotFollow() {
    StateReader in = new StateReader(new StateWriter().writeInt(1_000_000_000).toBytes());

    assertThatIllegalStateException()
        .isThrownBy(in::readLongs)
        .withMessage("stored count 1000000000 at byte 5 exceeds the 0 bytes left");
  }

  @Test
  void refusesANegativeCount() {
    StateReader in = new StateReader(new StateWriter().writeInt(-1).toBytes());
    assertThatIllegalStateException().isThrownBy(() -> in.readCount(0));
  }

  @Test
  void refusesAStringLongerThanWhatIsLeft() {
    StateReader in = new StateReader(new StateWriter().writeInt(Integer.MIN_VALUE).toBytes());
    assertThatIllegalStateException().isThrownBy(in::readString);
  }

  @Test
  void refusesAnIntegerOfMoreThanFiveBytes() {
    StateReader in = new StateReader(new byte[] {-1, -1, -1, -1, -1, 1});

    assertThatIllegalStateException()
        .isThrownBy(in::readInt)
        .withMessage("stored integer at byte 5 has more than five bytes");
  }

  @Test
  void refusesToReadPastTheEnd() {
    StateReader in = new StateReader(new byte[] {1, 2});

    assertThatIllegalStateException()
        .isThrownBy(in::readLong)
        .withMessage("stored value ends at byte 2, but 8 more were expected at byte 0");
  }

  private static String utf8(String text) {
    return new String(text.getBytes(UTF_8), UTF_8);
  }
}
