package io.driftline.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.driftline.feature.Feature;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class VectorSampleCodecTest {

  private static final int WIDTH = Feature.values().length;

  @Property(seed = "1", tries = 100)
  void readsBackWhatItWrote(@ForAll @IntRange(max = 80) int rows, @ForAll Random random) {
    VectorSample sample = sample(rows, random);
    byte[] bytes = VectorSampleCodec.encode(sample);

    VectorSample read = VectorSampleCodec.decode(bytes, fresh());

    assertThat(VectorSampleCodec.encode(read)).isEqualTo(bytes);
    assertThat(read.lastSeen()).isEqualTo(sample.lastSeen());
    assertThat(read.observed()).isEqualTo(sample.observed());
    assertThat(read.trainedAt()).isEqualTo(sample.trainedAt());
    assertThat(read.trainedObserved()).isEqualTo(sample.trainedObserved());
    sample.closeUpTo(100);
    read.closeUpTo(100);
    assertThat(read.rows()).isDeepEqualTo(sample.rows());
  }

  @Test
  void takesHalfTheRoomOfDoublePrecision() {
    VectorSample full = new VectorSample();
    for (int hash = 0; hash < 200; hash++) {
      full.add(hash, 10, 5, new float[WIDTH]);
    }
    assertThat(VectorSampleCodec.encode(full)).hasSizeLessThan(200 * (16 + 4 * WIDTH) + 100);
  }

  @Test
  void startsAnewWhenTheFeaturesAreOthers() {
    byte[] bytes = VectorSampleCodec.encode(sample(50, new Random(1)));
    ByteBuffer.wrap(bytes).putLong(1, Feature.schema() + 1);

    assertThat(VectorSampleCodec.encode(VectorSampleCodec.decode(bytes, fresh())))
        .isEqualTo(VectorSampleCodec.encode(fresh()));
  }

  @Test
  void refusesEveryTruncation() {
    byte[] bytes = VectorSampleCodec.encode(sample(20, new Random(1)));
    for (int length = 0; length < bytes.length; length++) {
      byte[] truncated = Arrays.copyOf(bytes, length);
      assertThatIllegalStateException()
          .isThrownBy(() -> VectorSampleCodec.decode(truncated, fresh()));
    }
  }

  @Test
  void refusesBytesAfterTheEnd() {
    byte[] bytes = VectorSampleCodec.encode(fresh());

    assertThatIllegalStateException()
        .isThrownBy(() -> VectorSampleCodec.decode(Arrays.copyOf(bytes, bytes.length + 1), fresh()))
        .withMessage("vector sample has 1 bytes too many");
  }

  @Test
  void refusesAnotherVersion() {
    byte[] bytes = VectorSampleCodec.encode(fresh());
    bytes[0] = 2;

    assertThatIllegalStateException()
        .isThrownBy(() -> VectorSampleCodec.decode(bytes, fresh()))
        .withMessageStartingWith("vector sample has version 2");
  }

  @Test
  void refusesNaN() {
    VectorSample sample = new VectorSample();
    sample.add(1, 10, 5, new float[WIDTH]);
    byte[] bytes = VectorSampleCodec.encode(sample);
    ByteBuffer.wrap(bytes).putFloat(bytes.length - 4, Float.NaN);

    assertThatIllegalStateException()
        .isThrownBy(() -> VectorSampleCodec.decode(bytes, fresh()))
        .withMessage(
            "vector sample is damaged: Feature %d must be finite in single precision, was NaN",
            WIDTH - 1);
  }

  private static VectorSample fresh() {
    return new VectorSample(5, 20, 40);
  }

  /** Half of it closed. */
  private static VectorSample sample(int rows, Random random) {
    VectorSample sample = fresh();
    for (int i = 0; i < rows; i++) {
      int time = random.nextInt(100);
      double[] vector = random.doubles(WIDTH, 0, 20).toArray();
      sample.add(random.nextLong(), time / 10 * 10 + 10, time, vector);
    }
    sample.closeUpTo(50);
    sample.markTrained(50);
    return sample;
  }
}
