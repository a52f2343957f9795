package io.driftline.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DecayedCountsTest {

  private static final Offset<Double> EXACT = within(1e-12);

  private final DecayedCounts counts = new DecayedCounts(8, true, true);

  @Test
  void tailMassIsOneWhenNothingIsKnown() {
    assertThat(counts.tailMass(1, 1)).isEqualTo(1);
  }

  @Test
  void tailMassSumsTheValuesAtLeastAsRare() {
    add(1, 4, 1);
    add(2, 2, 1);
    add(3, 1, 1);
    add(4, 1, 1);

    // n = 8, T = 4.
    assertThat(counts.tailMass(1, 1)).isEqualTo(1, EXACT);
    assertThat(counts.tailMass(2, 1)).isEqualTo((4 + 2 + 1 + 1) / 12.0, EXACT);
    assertThat(counts.tailMass(3, 1)).isEqualTo((4 + 1 + 1) / 12.0, EXACT);
    assertThat(counts.tailMass(99, 1)).isEqualTo(4 / 12.0, EXACT);
  }

  @Property(tries = 200, seed = "20260301")
  void allTailMassesAtOnceAreThoseOfEachValue(
      @ForAll @Size(max = 60) List<@IntRange(min = 1, max = 12) Integer> seen) {
    DecayedCounts many = new DecayedCounts(8, false, false);
    for (int i = 0; i < seen.size(); i++) {
      many.add(seen.get(i), null, 1 + i % 4, 0);
    }
    double[] lighter = TailMasses.lighter(many);

    assertThat(lighter).hasSize(many.distinct());
    for (int slot = 0; slot < lighter.length; slot++) {
      assertThat(TailMasses.of(many.distinct(), lighter[slot], 0.5, many.total(0.5)))
          .isEqualTo(many.tailMass(many.key(slot), 0.5));
    }
  }

  @Test
  void anObservationCountsHalfAfterAHalfLife() {
    add(1, 4, 1);
    add(2, 1, 2);

    // One half-life later g = 2: counts 2 and 1, n = 3, T = 2.
    assertThat(counts.total(0.5)).isEqualTo(3, EXACT);
    assertThat(counts.count(counts.slotOf(1), 0.5)).isEqualTo(2, EXACT);
    assertThat(counts.tailMass(2, 0.5)).isEqualTo((2 + 1) / 5.0, EXACT);
    assertThat(counts.tailMass(99, 0.5)).isEqualTo(2 / 5.0, EXACT);
  }

  @Test
  void orderOfObservationsDoesNotMatter() {
    DecayedCounts late = new DecayedCounts(8, true, true);
    counts.add(1, "a", 1, 100);
    counts.add(1, "a", 2, 200);
    late.add(1, "a", 2, 200);
    late.add(1, "a", 1, 100);

    assertThat(late.weight(0)).isEqualTo(counts.weight(0));
    assertThat(late.firstSeen(0)).isEqualTo(counts.firstSeen(0)).isEqualTo(100);
    assertThat(late.lastSeen(0)).isEqualTo(counts.lastSeen(0)).isEqualTo(200);
  }

  @Test
  void aTotalAskedForBeforeIsNotStaleAfterAChange() {
    add(1, 2, 1);
    assertThat(counts.total(1)).isEqualTo(2);

    add(1, 1, 1);
    assertThat(counts.total(1)).isEqualTo(3);
    add(2, 1, 1);
    assertThat(counts.total(1)).isEqualTo(4);
    counts.rescale(2, 0);
    assertThat(counts.total(1)).isEqualTo(2);
    counts.forgetBefore(Integer.MAX_VALUE);
    assertThat(counts.total(1)).isZero();
  }

  @Test
  void theLightestGoesWhenTheCapIsReached() {
    DecayedCounts two = new DecayedCounts(2, false, true);
    two.add(1, "a", 3, 0);
    two.add(2, "b", 1, 0);
    two.add(3, "c", 0.5, 0);

    assertThat(two.distinct()).isEqualTo(2);
    assertThat(two.slotOf(2)).isNegative();
    assertThat(labelsByWeight(two)).containsExactly("a", "c");
  }

  @Test
  void underAShrunkenCapOnlyTheHeaviestAreRestored() {
    DecayedCounts two = new DecayedCounts(2, false, true);
    two.restore(1, "a", 5, 0, 0);
    two.restore(2, "b", 1, 0, 0);
    two.restore(3, "c", 4, 0, 0);
    two.restore(4, "d", 2, 0, 0);

    assertThat(labelsByWeight(two)).containsExactly("a", "c");
  }

  @Test
  void heaviestAfterWalksByWeightAndThenBySlot() {
    add(1, 1, 1);
    add(2, 3, 1);
    add(3, 1, 1);
    add(4, 2, 1);

    assertThat(labelsByWeight(counts)).containsExactly("2", "4", "1", "3");
  }

  @Test
  void movingTheLandmarkKeepsRatiosAndDropsWhatIsSpent() {
    add(1, 1, 1);
    add(2, 1, 1024);
    add(3, 1, 2048);

    counts.rescale(1024, 0.01);

    assertThat(counts.slotOf(1)).isNegative();
    assertThat(counts.count(counts.slotOf(2), 1)).isEqualTo(1, EXACT);
    assertThat(counts.count(counts.slotOf(3), 1)).isEqualTo(2, EXACT);
    assertThat(counts.label(counts.slotOf(3))).isEqualTo("3");
  }

  @Test
  void forgetsWhatWasLastSeenBefore() {
    counts.add(1, "old", 1, 10);
    counts.add(2, "renewed", 1, 10);
    counts.add(3, "recent", 1, 30);
    counts.add(2, "renewed", 1, 20);

    counts.forgetBefore(20);

    assertThat(labelsByWeight(counts)).containsExactly("renewed", "recent");
  }

  @Test
  void refusesACapBelowOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DecayedCounts(0, false, false))
        .withMessage("cap must be at least 1, was 0");
  }

  @Property(seed = "1", tries = 300)
  void tailMassIsAShareThatNeverFallsAsAValueGetsMoreFrequent(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 12) Integer> values) {
    DecayedCounts seen = new DecayedCounts(8, false, false);
    for (int i = 0; i < values.size(); i++) {
      seen.add(values.get(i), null, 1 + i % 3, 0);
    }

    double above = 1;
    for (int slot = seen.heaviestAfter(-1); slot >= 0; slot = seen.heaviestAfter(slot)) {
      assertThat(seen.tailMass(seen.key(slot), 0.3)).isPositive().isLessThanOrEqualTo(above);
      above = seen.tailMass(seen.key(slot), 0.3);
    }
    assertThat(seen.tailMass(-1, 0.3)).isPositive().isLessThanOrEqualTo(above);
    assertThat(seen.distinct()).isLessThanOrEqualTo(8);
  }

  private void add(long key, int times, double growth) {
    for (int i = 0; i < times; i++) {
      counts.add(key, Long.toString(key), growth, 0);
    }
  }

  private static List<String> labelsByWeight(DecayedCounts counts) {
    List<String> labels = new ArrayList<>();
    for (int slot = counts.heaviestAfter(-1); slot >= 0; slot = counts.heaviestAfter(slot)) {
      labels.add(counts.label(slot));
    }
    return labels;
  }
}
