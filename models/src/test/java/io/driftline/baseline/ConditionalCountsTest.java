package io.driftline.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionalCountsTest {

  private final ConditionalCounts counts = new ConditionalCounts(true, false, 2, 2);

  @Test
  void contextsAreCountedApart() {
    counts.open(1).add(7, null, 1, 0);
    counts.open(2).add(8, null, 1, 0);

    assertThat(counts.in(1).slotOf(7)).isNotNegative();
    assertThat(counts.in(1).slotOf(8)).isNegative();
    assertThat(counts.in(3)).isNull();
  }

  @Test
  void theContextUnusedForLongestGoesFirst() {
    counts.open(1);
    counts.open(2);
    counts.in(1);
    counts.open(3);

    assertThat(contexts()).containsExactly(1L, 3L);
    assertThat(counts.in(2)).isNull();
  }

  @Test
  void askingForTheSameContextAgainCountsAsUse() {
    counts.open(1);
    counts.in(1);
    counts.in(1);
    counts.open(2);
    counts.in(2);
    counts.open(3);

    assertThat(contexts()).containsExactly(2L, 3L);
  }

  @Test
  void anEvictedContextStartsAnew() {
    counts.open(1).add(7, null, 1, 0);
    counts.open(2);
    counts.open(3);

    assertThat(counts.open(1).distinct()).isZero();
  }

  @Test
  void aContextWithoutValuesIsDropped() {
    counts.open(1).add(7, null, 1, 10);
    counts.open(2).add(7, null, 1, 20);
    counts.forgetBefore(20);
    assertThat(contexts()).containsExactly(2L);

    counts.rescale(1e6, 0.01);
    assertThat(counts.in(2)).isNull();
  }

  @Test
  void anUnknownContextMayBecomeKnown() {
    assertThat(counts.in(5)).isNull();
    DecayedCounts opened = counts.open(5);

    assertThat(counts.in(5)).isSameAs(opened);
  }

  private List<Long> contexts() {
    List<Long> keys = new ArrayList<>();
    counts.contexts().forEach((context, values) -> keys.add(context));
    return keys;
  }
}
