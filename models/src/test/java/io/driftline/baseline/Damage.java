package io.driftline.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert;

/** What every stored form must bear. */
public final class Damage {

  private Damage() {}

  public static void refusesEveryTruncation(byte[] stored, Consumer<byte[]> decode) {
    for (int length = 0; length < stored.length; length++) {
      byte[] truncated = Arrays.copyOf(stored, length);
      assertThatIllegalStateException()
          .as("cut to %d of %d bytes", length, stored.length)
          .isThrownBy(() -> decode.accept(truncated));
    }
    assertThatIllegalStateException()
        .isThrownBy(() -> decode.accept(Arrays.copyOf(stored, stored.length + 1)))
        .withMessageEndingWith("has 1 bytes too many");
  }

  public static void refusesVersion(
      byte[] stored, String name, int oldest, int newest, Consumer<byte[]> decode) {
    for (byte version : new byte[] {0, (byte) (oldest - 1), (byte) (newest + 1), -1}) {
      byte[] other = stored.clone();
      other[0] = version;
      assertThatIllegalStateException()
          .isThrownBy(() -> decode.accept(other))
          .withMessage(
              "%s has version %d, but this release reads %d to %d: "
                      .formatted(name, Byte.toUnsignedInt(version), oldest, newest)
                  + "restore it with the release that wrote it");
    }
  }

  /** A flipped bit may go unnoticed, but never brings another error or asks for endless memory. */
  public static void survivesFlippedBits(byte[] stored, Consumer<byte[]> decode) {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 2_000; i++) {
      byte[] damaged = stored.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      Throwable thrown = ThrowableAssert.catchThrowable(() -> decode.accept(damaged));
      if (thrown != null) {
        assertThat(thrown).isInstanceOf(IllegalStateException.class);
      }
    }
  }
}
