package io.driftline.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.driftline.feature.Feature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class VectorSampleTest {

  private static final int WIDTH = Feature.values().length;

  /** Of each bucket of 10 ms the two smallest hashes, three in all, of the last 30 ms. */
  private final VectorSample sample = new VectorSample(2, 3, 30);

  @Test
  void isEmptyWhenFresh() {
    assertThat(sample.rows()).isEmpty();
    assertThat(sample.observed()).isZero();
    assertThat(sample.lastSeen()).isEqualTo(Long.MIN_VALUE);
    assertThat(sample.trainedAt()).isEqualTo(Long.MIN_VALUE);
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(sample::from);
  }

  @Test
  void keepsTheSmallestHashesOfEachBucket() {
    add(7, 5);
    add(3, 6);
    add(5, 7);
    sample.closeUpTo(10);

    assertThat(hashes()).containsExactly(3, 5);
    assertThat(sample.observed()).isEqualTo(2);
  }

  @Test
  void keepsTheSmallestHashesOfAllClosedBuckets() {
    add(7, 5);
    add(3, 6);
    add(-4, 15);
    add(5, 16);
    sample.closeUpTo(20);

    assertThat(hashes()).containsExactly(-4, 3, 5);
    assertThat(sample.observed()).isEqualTo(4);
    assertThat(sample.from()).isEqualTo(6);
    assertThat(sample.to()).isEqualTo(16);
  }

  @Test
  void takesRowsInWhenTheirBucketCloses() {
    add(1, 5);
    add(2, 15);
    sample.closeUpTo(19);
    assertThat(hashes()).containsExactly(1);

    sample.closeUpTo(20);
    assertThat(hashes()).containsExactly(1, 2);
    assertThat(sample.lastSeen()).isEqualTo(20);
  }

  @Test
  void forgetsWhatLeftTheWindow() {
    add(1, 9);
    add(2, 10);
    sample.closeUpTo(40);

    assertThat(hashes()).containsExactly(2);
    assertThat(sample.observed()).isEqualTo(2);
  }

  @Test
  void makesRoomForNewRowsWhenOldOnesLeaveTheWindow() {
    add(1, 5);
    add(2, 15);
    add(3, 15);
    add(4, 45);
    sample.closeUpTo(50);

    assertThat(hashes()).containsExactly(4);
  }

  @Test
  void forgetsNothingAtTheBeginningOfTime() {
    add(1, 5);
    sample.closeUpTo(10);
    sample.closeUpTo(Long.MIN_VALUE);

    assertThat(hashes()).containsExactly(1);
  }

  @Test
  void countsAnEventDeliveredTwiceOnce() {
    add(1, 5);
    add(1, 5);
    sample.closeUpTo(10);

    assertThat(sample.observed()).isEqualTo(1);
  }

  @Test
  void takesALateRowInWithTheNextClosing() {
    sample.closeUpTo(20);
    add(1, 5);
    sample.closeUpTo(30);

    assertThat(hashes()).containsExactly(1);
  }

  @Test
  void roundsToSinglePrecision() {
    double[] vector = new double[WIDTH];
    vector[0] = 0.1;
    vector[1] = 1e-60;
    sample.add(1, 10, 5, vector);
    sample.closeUpTo(10);

    assertThat(sample.rows()[0]).startsWith(0.1f, 0);
  }

  @Property(seed = "1", tries = 200)
  void doesNotDependOnTheOrderOfArrivalNorOnHowOftenItIsClosed(
      @ForAll @IntRange(min = 1, max = 60) int rows, @ForAll Random random) {
    List<long[]> events = new ArrayList<>();
    for (int hash = 0; hash < rows; hash++) {
      events.add(new long[] {Long.reverse(hash * 31L), random.nextInt(100)});
    }
    VectorSample once = new VectorSample(3, 10, 40);
    events.forEach(event -> add(once, event[0], event[1]));
    once.closeUpTo(100);

    Collections.shuffle(events, random);
    events.sort(Comparator.comparingLong(event -> endOf(event[1])));
    VectorSample often = new VectorSample(3, 10, 40);
    for (long[] event : events) {
      often.closeUpTo(endOf(event[1]) - 1 - random.nextInt(10));
      add(often, event[0], event[1]);
    }
    often.closeUpTo(100);

    assertThat(VectorSampleCodec.encode(often)).isEqualTo(VectorSampleCodec.encode(once));
  }

  @Property(seed = "1", tries = 100)
  void mergesWhatWasDrawnApart(
      @ForAll @IntRange(min = 1, max = 80) int rows, @ForAll Random random) {
    VectorSample whole = new VectorSample(4, 10, 40);
    VectorSample merged = new VectorSample(4, 10, 40);
    List<SmallestHashes> parts = Stream.generate(() -> new SmallestHashes(4)).limit(3).toList();
    for (long hash = 0; hash < rows; hash++) {
      long key = random.nextLong();
      add(whole, key, 5);
      parts.get(random.nextInt(3)).add(key, row(5, key));
    }
    parts.forEach(part -> part.rows().forEach((key, row) -> merged.add(key, 10, row)));

    assertThat(VectorSampleCodec.encode(merged)).isEqualTo(VectorSampleCodec.encode(whole));
  }

  @Test
  void isDueOnceThereAreEnoughRows() {
    VectorSample full = filled(255);
    assertThat(full.isDue(10, 2, 100)).isFalse();

    add(full, 1_000, 15);
    full.closeUpTo(20);
    assertThat(full.isDue(20, 2, 100)).isTrue();
  }

  @Test
  void isDueAgainWhenItGrewOrAged() {
    VectorSample full = filled(256);
    full.markTrained(10);
    assertThat(full.trainedObserved()).isEqualTo(256);
    assertThat(full.isDue(1_000, 2, 100)).as("nothing new").isFalse();

    add(full, 1_000, 15);
    full.closeUpTo(20);
    assertThat(full.isDue(109, 2, 100)).as("young").isFalse();
    assertThat(full.isDue(110, 2, 100)).as("aged").isTrue();
    assertThat(full.isDue(20, 257 / 256.0, 100)).as("grown").isTrue();
    assertThat(full.isDue(20, 258 / 256.0, 100)).as("not grown enough").isFalse();
  }

  @Test
  void isNeverDueWithFewRowsLeftInTheWindow() {
    VectorSample full = filled(256);
    full.closeUpTo(10 + VectorSample.WINDOW_MILLIS);

    assertThat(full.isDue(Long.MAX_VALUE, 2, 100)).isFalse();
  }

  @Test
  void refusesVectorsThatAreNone() {
    double[] infinite = new double[WIDTH];
    infinite[3] = 1e39;

    assertThatIllegalArgumentException()
        .isThrownBy(() -> sample.add(1, 10, 5, new double[2]))
        .withMessage("A vector has %d features, this one 2", WIDTH);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sample.add(1, 10, 5, infinite))
        .withMessage("Feature 3 must be finite in single precision, was Infinity");
  }

  @Test
  void refusesBoundsThatAreNotPositive() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new VectorSample(0, 1, 1))
        .withMessage("A sample needs positive row counts and a positive window, got 0, 1 and 1 ms");
  }

  private void add(long hash, long time) {
    add(sample, hash, time);
  }

  private static void add(VectorSample sample, long hash, long time) {
    sample.add(hash, endOf(time), row(time, hash));
  }

  private static long endOf(long time) {
    return Math.floorDiv(time, 10) * 10 + 10;
  }

  /** A row that can be told by its hash. */
  private static SampleRow row(long time, long hash) {
    float[] bits = new float[WIDTH];
    Arrays.fill(bits, (float) hash);
    return new SampleRow(time, bits);
  }

  private long[] hashes() {
    return Stream.of(sample.rows()).mapToLong(row -> (long) row[0]).toArray();
  }

  private static VectorSample filled(int rows) {
    VectorSample sample = new VectorSample();
    for (int hash = 0; hash < rows; hash++) {
      sample.add(hash, 10, 5, new float[WIDTH]);
    }
    sample.closeUpTo(10);
    return sample;
  }
}
