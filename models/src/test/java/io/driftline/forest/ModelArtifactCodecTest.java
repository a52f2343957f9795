package io.driftline.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ModelArtifactCodecTest {

  private static final String GOLDEN = "model-v3.bin";

  /** Offsets in the body of {@link #ARTIFACT}, after ten bytes of header. */
  private static final int COHORT_LENGTH = 10;

  private static final int COLUMNS = COHORT_LENGTH + 4 + "organizational".length() + 40;

  private static final int TREES = COLUMNS + 4 + 2 * 2 + 4;

  private static final double[][] SCORED = TestRows.discrete(60, 3, 50, 8);
  private static final ModelArtifact ARTIFACT = trained();
  private static final byte[] BYTES = ModelArtifactCodec.encode(ARTIFACT);

  @Test
  void readsBackWhatItWrote() {
    ModelArtifact read = ModelArtifactCodec.decode(BYTES);

    assertThat(read).isEqualTo(ARTIFACT).hasSameHashCodeAs(ARTIFACT);
    assertThat(read.provenance()).isEqualTo(ARTIFACT.provenance());
    assertSame(read.behaviour(), ARTIFACT.behaviour());
    assertSame(read.circumstance(), ARTIFACT.circumstance());
    for (Detector detector : Detector.SUMS) {
      assertThat(read.sums().of(detector).uncapped(0.7))
          .isEqualTo(ARTIFACT.sums().of(detector).uncapped(0.7));
    }
    assertThat(read.usual()).isEqualTo(ARTIFACT.usual());
    assertThat(ModelArtifactCodec.encode(read)).isEqualTo(BYTES);
  }

  @Test
  void trainingGivesTheGoldenBytesOnEveryMachine() throws IOException {
    assertThat(BYTES).isEqualTo(golden());
    assertThat(ARTIFACT.modelId()).isEqualTo("8a9aa47d68342cf8f817e8b2e59f773c");
  }

  @Test
  void namesDifferentContentDifferently() {
    Provenance other = new Provenance("organizational", 0x5EED, 3, 43, 1_000, 2_000, 400);

    assertThat(with(other, ARTIFACT.usual())).isNotEqualTo(ARTIFACT);
    assertThat(with(ARTIFACT.provenance(), new double[3])).isNotEqualTo(ARTIFACT);
    assertThat(with(ARTIFACT.provenance(), ARTIFACT.usual())).isEqualTo(ARTIFACT);
  }

  @Test
  void refusesEveryDamagedByte() {
    for (int i = 0; i < BYTES.length; i++) {
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        byte[] damaged = BYTES.clone();
        damaged[i] ^= (byte) (1 << bit);
        assertThatExceptionOfType(ModelFormatException.class)
            .isThrownBy(() -> ModelArtifactCodec.decode(damaged));
      }
    }
  }

  @Property(seed = "1", tries = 500)
  void refusesEveryReplacedByte(
      @ForAll @IntRange(max = 1 << 20) int position, @ForAll @ByteRange(min = 1) byte difference) {
    byte[] damaged = BYTES.clone();
    damaged[position % BYTES.length] += difference;

    assertThatExceptionOfType(ModelFormatException.class)
        .isThrownBy(() -> ModelArtifactCodec.decode(damaged));
  }

  /** What a checksum cannot catch: damage that was summed afterwards. */
  @Property(seed = "1", tries = 2_000)
  void readsOrRefusesDamageWithARightChecksum(
      @ForAll @IntRange(max = 1 << 20) int position, @ForAll byte replacement) {
    byte[] forged = forged(bytes -> bytes.put(10 + position % (BYTES.length - 14), replacement));
    try {
      ModelArtifact read = ModelArtifactCodec.decode(forged);
      double[] vector = new double[read.provenance().features()];
      assertThat(read.behaviour().score(vector)).isNotNegative();
      assertThat(read.circumstance().score(vector)).isNotNegative();
    } catch (ModelFormatException refused) {
      assertThat(refused).hasMessageStartingWith("Model body ");
    }
  }

  @Property(seed = "1", tries = 500)
  void refusesNoise(@ForAll @Size(max = 200) byte[] noise) {
    assertThatExceptionOfType(ModelFormatException.class)
        .isThrownBy(() -> ModelArtifactCodec.decode(noise));
  }

  @Test
  void refusesEveryTruncation() {
    for (int length = 0; length < BYTES.length; length++) {
      byte[] truncated = Arrays.copyOf(BYTES, length);
      assertThatExceptionOfType(ModelFormatException.class)
          .isThrownBy(() -> ModelArtifactCodec.decode(truncated));
    }
    assertRefused(new byte[3], "Model is truncated: 3 bytes, an empty one has 14");
  }

  @Test
  void refusesBytesAfterTheEnd() {
    assertRefused(
        Arrays.copyOf(BYTES, BYTES.length + 1),
        "Model claims %d bytes, there are %d".formatted(BYTES.length, BYTES.length + 1));
  }

  @Test
  void refusesAnotherMagic() {
    assertRefused(
        forged(bytes -> bytes.putInt(0, 0xACED0005)),
        "Not a model: starts with aced0005, not 444c464d");
  }

  @Test
  void refusesAnotherVersion() {
    assertRefused(
        forged(bytes -> bytes.putShort(4, (short) 2)), "Model has version 2, this reads 3");
  }

  @Test
  void refusesANegativeLength() {
    assertRefused(
        forged(bytes -> bytes.putInt(6, -1)), "Model claims 13 bytes, there are " + BYTES.length);
  }

  @Test
  void refusesWhatIsTooLarge() {
    assertRefused(
        new byte[ModelArtifactCodec.MAX_BYTES + 1], "Model has 134217729 bytes, over 134217728");
  }

  @Test
  void refusesCountsThatTheInputDoesNotBearOut() {
    assertRefused(
        forged(bytes -> bytes.putInt(COHORT_LENGTH, Integer.MAX_VALUE)),
        "Model body claims 2147483647 cohort bytes in its last %d bytes"
            .formatted(BYTES.length - 18));
    assertRefused(forged(bytes -> bytes.putInt(TREES, -5)), "Model body claims -5 trees");
    assertRefused(forged(bytes -> bytes.putInt(COLUMNS, 4)), "Model body claims 4 columns");
  }

  @Test
  void refusesColumnsThatDoNotAscend() {
    assertRefused(
        forged(bytes -> bytes.putShort(COLUMNS + 6, (short) 0)),
        "Model body is not valid: Columns must ascend from 0 to below 32767, but 0 follows 0");
  }

  @Test
  void refusesAUsualValueThatIsNotFinite() {
    assertRefused(
        forged(bytes -> bytes.putDouble(BYTES.length - 12, Double.NaN)),
        "Model body is not valid: The usual value of feature 2 must be finite, was NaN");
  }

  @Test
  void refusesForestsAndUsualValuesOfAnotherSchema() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(new Provenance("c", 1, 2, 1, 0, 0, 1), new double[2]))
        .withMessage("The feature schema has 2 features, the circumstance forest reads number 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(ARTIFACT.provenance(), new double[4]))
        .withMessage("The feature schema has 3 features, but 4 usual values are given");
  }

  @Test
  void keepsItsUsualValuesToItself() {
    ARTIFACT.usual()[0] = 99;

    assertThat(ARTIFACT.usual()[0]).isEqualTo(25);
  }

  @Test
  void refusesAProvenanceThatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Provenance("c", 1, 4, 1, 10, 9, 1))
        .withMessage("The training window ends at 9, before it starts at 10");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Provenance("c", 1, 4, 1, 0, 0, 0))
        .withMessage("A model has at least one row, this one 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Provenance("c", 1, 1 << 20, 1, 0, 0, 1))
        .withMessage("A model has 1 to 32767 features, this one 1048576");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Provenance("", 1, 4, 1, 0, 0, 1))
        .withMessage("A cohort name has 1 to 1000 characters, this one 0");
  }

  private static ModelArtifact trained() {
    return ModelArtifact.of(
        new Provenance("organizational", 0x5EED, 3, 42, 1_000, 2_000, 400),
        forest(42, 0, 1),
        forest(43, 2),
        new SumCalibrations(
            IntStream.of(0, 1, 2, 0, 1, 2).mapToObj(ModelArtifactCodecTest::calibration).toList()),
        new double[] {25, 24, 25.5});
  }

  private static ScoreCalibration calibration(int column) {
    return ScoreCalibration.fit(Stream.of(SCORED).mapToDouble(row -> row[column] / 50).toArray());
  }

  private static CalibratedForest forest(long seed, int... columns) {
    double[][] rows = gathered(TestRows.discrete(400, 3, 50, 7), columns);
    CompiledForest forest = ForestTrainer.train(rows, new ForestSettings(8, 32), seed);
    double[] scores = Stream.of(gathered(SCORED, columns)).mapToDouble(forest::score).toArray();
    return new CalibratedForest(columns, forest, ScoreCalibration.fit(scores));
  }

  private static double[][] gathered(double[][] rows, int[] columns) {
    return Stream.of(rows)
        .map(row -> CalibratedForest.gather(row, columns))
        .toArray(double[][]::new);
  }

  private static ModelArtifact with(Provenance provenance, double[] usual) {
    return ModelArtifact.of(
        provenance, ARTIFACT.behaviour(), ARTIFACT.circumstance(), ARTIFACT.sums(), usual);
  }

  private static void assertSame(CalibratedForest read, CalibratedForest written) {
    assertThat(read.columns()).isEqualTo(written.columns());
    assertThat(read.forest().trees()).isEqualTo(written.forest().trees());
    assertThat(read.calibration().uncapped(0.7)).isEqualTo(written.calibration().uncapped(0.7));
  }

  private static byte[] golden() throws IOException {
    try (InputStream in = ModelArtifactCodecTest.class.getResourceAsStream(GOLDEN)) {
      return in.readAllBytes();
    }
  }

  /** A changed copy whose checksum is right. */
  private static byte[] forged(Consumer<ByteBuffer> change) {
    ByteBuffer bytes = ByteBuffer.wrap(BYTES.clone());
    change.accept(bytes);
    CRC32C crc = new CRC32C();
    crc.update(bytes.array(), 0, BYTES.length - 4);
    return bytes.putInt(BYTES.length - 4, (int) crc.getValue()).array();
  }

  private static void assertRefused(byte[] bytes, String message) {
    assertThatExceptionOfType(ModelFormatException.class)
        .isThrownBy(() -> ModelArtifactCodec.decode(bytes))
        .withMessage(message);
  }
}
