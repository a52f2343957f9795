package io.driftline.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CohortCountsTest {

  private static final BaselineSettings SETTINGS = BaselineSettings.defaults();

  /** Contexts and values are evicted soon. */
  private static final BaselineSettings SMALL =
      new BaselineSettings(86_400_000, 864_000_000, 6, 2, 3);

  private static final long HOUR = 3_600_000L;
  private static final long HALF_LIFE = SETTINGS.halfLifeMillis();
  private static final Offset<Double> NEARLY = within(1e-6);

  private final CohortCounts counts = new CohortCounts(SETTINGS, HOUR);

  @Test
  void nothingIsKnownOfAnEmptyCohort() {
    CohortBaseline nobody = counts.snapshot(HOUR);

    assertThat(nobody.tailMass(Dimension.SYSTEM, 0, 1)).isEqualTo(1);
    assertThat(nobody.peers()).isZero();
    assertThat(CohortBaseline.EMPTY.tailMass(Dimension.SYSTEM, 0, 1)).isEqualTo(1);
    assertThat(CohortBaseline.EMPTY.total(Dimension.SYSTEM, 0)).isZero();
  }

  @Test
  void tailMassIsThatOfAllPeersTogether() {
    addSystem(counts, 0, 1, 4);
    addSystem(counts, 0, 2, 1);
    addSystem(counts, HOUR, 1, 2);
    addSystem(counts, HOUR, 3, 1);
    counts.foldUpTo(2 * HOUR);
    CohortBaseline peers = counts.snapshot(0);

    // Counts 6, 1, 1 (within an hour's decay of 14 days): n = 8, T = 3.
    Offset<Double> anHour = within(0.01);
    assertThat(peers.tailMass(Dimension.SYSTEM, 0, 1)).isEqualTo(1, anHour);
    assertThat(peers.tailMass(Dimension.SYSTEM, 0, 3)).isEqualTo(5 / 11.0, anHour);
    assertThat(peers.tailMass(Dimension.SYSTEM, 0, 9)).isEqualTo(3 / 11.0, anHour);
    assertThat(peers.total(Dimension.SYSTEM, 0)).isEqualTo(8, anHour);
    assertThat(peers.distinct(Dimension.SYSTEM, 0)).isEqualTo(3);
    assertThat(peers.tailMass(Dimension.SYSTEM, 5, 1)).isEqualTo(1);
  }

  @Test
  void countsFadeByHalfLives() {
    addSystem(counts, 0, 1, 4);
    counts.foldUpTo(HOUR);

    CohortBaseline later = counts.snapshot(HALF_LIFE);
    assertThat(later.total(Dimension.SYSTEM, 0)).isEqualTo(2, NEARLY);
    assertThat(later.asOf()).isEqualTo(HALF_LIFE);
  }

  @Test
  void aBucketCountsOnceItIsOver() {
    addSystem(counts, 0, 1, 1);
    counts.foldUpTo(HOUR - 1);
    assertThat(counts.snapshot(HOUR).distinct(Dimension.SYSTEM, 0)).isZero();

    counts.foldUpTo(counts.endOf(0));
    assertThat(counts.snapshot(HOUR).distinct(Dimension.SYSTEM, 0)).isEqualTo(1);
  }

  @Test
  void tellsHowManyPeersUseAValue() {
    for (long agent = 1; agent <= 5; agent++) {
      counts.arrivals(0).add(Dimension.PEER, CohortCounts.ALL_PEERS, agent, 10);
    }
    counts.arrivals(0).add(Dimension.PEER, CohortCounts.peerContext(Dimension.SYSTEM, 7), 1, 3);
    counts.arrivals(0).add(Dimension.PEER, CohortCounts.peerContext(Dimension.SYSTEM, 7), 2, 1);
    counts.foldUpTo(HOUR);
    CohortBaseline peers = counts.snapshot(HOUR);

    assertThat(peers.peers()).isEqualTo(5);
    assertThat(peers.peersUsing(Dimension.SYSTEM, 7)).isEqualTo(2);
    assertThat(peers.peersUsing(Dimension.ACTION, 7)).isZero();
  }

  @Test
  void theRollOfPeersOutlivesAnyNumberOfValues() {
    counts.arrivals(0).add(Dimension.PEER, CohortCounts.ALL_PEERS, 1, 1);
    for (int value = 0; value < 5_000; value++) {
      long context = CohortCounts.peerContext(Dimension.SCOPE, value);
      counts.arrivals(value / 1_000 * HOUR).add(Dimension.PEER, context, 1, 1);
    }
    counts.foldUpTo(10 * HOUR);

    assertThat(counts.snapshot(10 * HOUR).peers()).isEqualTo(1);
    assertThat(counts.peers.size()).isEqualTo(16 * 64);
  }

  @Test
  void aSnapshotChangesNothing() {
    CohortCounts undisturbed = new CohortCounts(SMALL, HOUR);
    CohortCounts disturbed = new CohortCounts(SMALL, HOUR);
    for (Addition each : additions(new Random(1), 3_000)) {
      each.to(disturbed);
      each.to(undisturbed);
    }
    for (long asOf = HOUR; asOf <= 8 * HOUR; asOf += HOUR) {
      disturbed.foldUpTo(asOf);
      disturbed.snapshot(asOf);
    }
    undisturbed.foldUpTo(8 * HOUR);

    assertThat(CohortBaselineCodec.encode(disturbed.snapshot(8 * HOUR)))
        .isEqualTo(CohortBaselineCodec.encode(undisturbed.snapshot(8 * HOUR)));
  }

  @Property(seed = "1", tries = 40)
  void orderAndPartialSumsDoNotMatter(@ForAll Random random) {
    List<Addition> additions = additions(random, 500);
    List<Addition> parts = new ArrayList<>();
    additions.forEach(each -> each.splitInto(parts, random));
    Collections.shuffle(parts, random);
    CohortCounts one = new CohortCounts(SMALL, HOUR);
    CohortCounts other = new CohortCounts(SMALL, HOUR);
    additions.forEach(each -> each.to(one));
    parts.forEach(each -> each.to(other));
    assertThat(CohortCountsCodec.encode(other)).isEqualTo(CohortCountsCodec.encode(one));

    one.foldUpTo(9 * HOUR);
    other.foldUpTo(9 * HOUR);
    assertThat(CohortBaselineCodec.encode(other.snapshot(9 * HOUR)))
        .isEqualTo(CohortBaselineCodec.encode(one.snapshot(9 * HOUR)));
  }

  @Test
  void movingTheLandmarkKeepsRatios() {
    long late = 40 * HALF_LIFE;
    addSystem(counts, 0, 1, 5);
    addSystem(counts, late, 1, 3);
    addSystem(counts, late, 2, 1);
    counts.foldUpTo(late + HOUR);
    CohortBaseline peers = counts.snapshot(late);

    assertThat(peers.total(Dimension.SYSTEM, 0)).isEqualTo(4, NEARLY);
    assertThat(peers.tailMass(Dimension.SYSTEM, 0, 2)).isEqualTo((2 + 1) / 6.0, NEARLY);
  }

  @Test
  void aBucketFromLongAgoNeverMakesNaN() {
    addSystem(counts, 4_000 * HALF_LIFE, 1, 3);
    counts.foldUpTo(Long.MAX_VALUE);
    addSystem(counts, 0, 2, 3);
    counts.foldUpTo(Long.MAX_VALUE);

    assertThat(counts.snapshot(0).tailMass(Dimension.SYSTEM, 0, 2)).isBetween(0.0, 1.0);
  }

  @Test
  void aSnapshotIsTheSameWhetherOrNotThereWasOneBefore() {
    Random random = new Random(5);
    CohortCounts lasting = new CohortCounts(SMALL, HOUR);
    for (int hour = 0; hour < 60 * 24; hour += 1 + random.nextInt(30)) {
      for (Addition each : additions(random, random.nextInt(40))) {
        lasting
            .arrivals(hour * HOUR)
            .add(each.dimension(), each.context() % 9, each.value() % 9, each.count());
      }
      long end = (hour + 1) * HOUR;
      lasting.foldUpTo(end);
      CohortCounts restored =
          CohortCountsCodec.decode(
              CohortCountsCodec.encode(lasting), new CohortCounts(SMALL, HOUR));

      assertThat(CohortBaselineCodec.encode(lasting.snapshot(end)))
          .isEqualTo(CohortBaselineCodec.encode(restored.snapshot(end)));
    }
  }

  @Test
  void aSnapshotIsDueAfterGrowthOrAge() {
    assertThat(counts.isDue(HOUR, 2, 10 * HOUR)).isTrue();
    addActions(0, 10);
    counts.snapshot(HOUR);

    assertThat(counts.isDue(20 * HOUR, 2, 10 * HOUR)).as("nothing new").isFalse();
    addActions(HOUR, 9);
    assertThat(counts.isDue(2 * HOUR, 2, 10 * HOUR)).as("nearly twice").isFalse();
    assertThat(counts.isDue(11 * HOUR, 2, 10 * HOUR)).as("old").isTrue();
    addActions(2 * HOUR, 1);
    assertThat(counts.isDue(3 * HOUR, 2, 10 * HOUR)).as("twice").isTrue();
  }

  @Test
  void anIdleCohortIsPublishedOnce() {
    counts.snapshot(HOUR);

    assertThat(counts.isDue(100 * HOUR, 1.05, HOUR)).isFalse();
  }

  @Test
  void bucketsMustHaveAWidth() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CohortCounts(SETTINGS, 0))
        .withMessage("bucketMillis must be positive, was 0");
  }

  private void addActions(long bucketStart, int count) {
    counts.arrivals(bucketStart).add(Dimension.ACTION, 0, 1, count);
    counts.foldUpTo(bucketStart + HOUR);
  }

  private static void addSystem(CohortCounts counts, long bucketStart, long value, int count) {
    counts.arrivals(bucketStart).add(Dimension.SYSTEM, 0, value, count);
  }

  private static List<Addition> additions(Random random, int size) {
    List<Addition> additions = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Dimension dimension = Dimension.values()[random.nextInt(Dimension.values().length)];
      long context = random.nextInt(3_000) - 1_500L;
      long value = random.nextInt(300);
      long bucket = random.nextInt(8) * HOUR;
      additions.add(new Addition(bucket, dimension, context, value, 1 + random.nextInt(5)));
    }
    return additions;
  }

  private record Addition(long bucket, Dimension dimension, long context, long value, int count) {

    void to(CohortCounts counts) {
      counts.arrivals(bucket).add(dimension, context, value, count);
    }

    Addition with(int part) {
      return new Addition(bucket, dimension, context, value, part);
    }

    void splitInto(List<Addition> parts, Random random) {
      int first = random.nextInt(count);
      if (first > 0) {
        parts.add(with(first));
      }
      parts.add(with(count - first));
    }
  }
}
