package io.driftline.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** {@link CohortCountsCodec} and {@link CohortBaselineCodec}. */
class CohortCodecsTest {

  private static final BaselineSettings SETTINGS =
      new BaselineSettings(86_400_000, 864_000_000, 6, 4, 3);
  private static final long HOUR = 3_600_000L;

  @Property(seed = "1", tries = 60)
  void whatIsReadIsWhatWasWritten(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 200) int size) {
    CohortCounts counts = counts(seed, size);
    byte[] snapshot = CohortBaselineCodec.encode(counts.snapshot(6 * HOUR));
    byte[] stored = CohortCountsCodec.encode(counts);

    assertThat(CohortCountsCodec.encode(decode(stored))).isEqualTo(stored);
    assertThat(CohortBaselineCodec.encode(CohortBaselineCodec.decode(snapshot)))
        .isEqualTo(snapshot);
    assertThat(CohortBaselineCodec.encode(decode(stored).snapshot(6 * HOUR))).isEqualTo(snapshot);
  }

  @Test
  void refusesDamagedCounts() {
    byte[] stored = CohortCountsCodec.encode(counts(3, 150));

    Damage.refusesEveryTruncation(stored, CohortCodecsTest::decode);
    Damage.refusesVersion(stored, "cohort counts", 2, 2, CohortCodecsTest::decode);
    Damage.survivesFlippedBits(stored, CohortCodecsTest::decode);
  }

  @Test
  void refusesDamagedSnapshots() {
    byte[] stored = CohortBaselineCodec.encode(counts(3, 150).snapshot(6 * HOUR));

    Damage.refusesEveryTruncation(stored, CohortBaselineCodec::decode);
    Damage.refusesVersion(stored, "cohort baseline", 2, 2, CohortBaselineCodec::decode);
    Damage.survivesFlippedBits(stored, CohortCodecsTest::decodeAndAsk);
  }

  private static CohortCounts decode(byte[] stored) {
    return CohortCountsCodec.decode(stored, new CohortCounts(SETTINGS, HOUR));
  }

  private static void decodeAndAsk(byte[] stored) {
    CohortBaseline peers = CohortBaselineCodec.decode(stored);
    for (Dimension dimension : Dimension.values()) {
      peers.tailMass(dimension, 1, 1);
      peers.distinct(dimension, 0);
    }
  }

  private static CohortCounts counts(long seed, int size) {
    SplittableRandom random = new SplittableRandom(seed);
    CohortCounts counts = new CohortCounts(SETTINGS, HOUR);
    for (int i = 0; i < size; i++) {
      Dimension dimension = Dimension.values()[random.nextInt(Dimension.values().length)];
      long context = random.nextInt(4);
      long value = random.nextInt(9);
      counts
          .arrivals(random.nextInt(8) * HOUR)
          .add(dimension, context, value, 1 + random.nextInt(300));
    }
    counts.foldUpTo(6 * HOUR);
    return counts;
  }
}
