package io.driftline.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecentIdsTest {

  @Test
  void anIdIsNewOnce() {
    RecentIds ids = new RecentIds(8);

    assertThat(ids.add(5)).isTrue();
    assertThat(ids.add(5)).isFalse();
    assertThat(ids.add(0)).isTrue();
    assertThat(ids.add(0)).isFalse();
  }

  @Test
  void theOldestIsForgottenFirst() {
    RecentIds ids = new RecentIds(8);
    for (long id = 1; id <= 10; id++) {
      ids.add(id);
    }

    assertThat(ids.oldestFirst()).containsExactly(3, 4, 5, 6, 7, 8, 9, 10);
    assertThat(ids.add(2)).isTrue();
    assertThat(ids.add(4)).isFalse();
  }

  @Test
  void growsUpToItsCap() {
    RecentIds ids = new RecentIds(64);
    for (long id = 1; id <= 64; id++) {
      assertThat(ids.add(id)).isTrue();
    }
    for (long id = 1; id <= 64; id++) {
      assertThat(ids.add(id)).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, 12, -8})
  void refusesACapThatIsNoPowerOfTwoFromEightUp(int cap) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RecentIds(cap))
        .withMessageContaining("must be a power of two from 8 up, was " + cap);
  }

  @Property(seed = "1", tries = 200)
  void answersLikeASetInOrderOfArrival(
      @ForAll @IntRange(min = 3, max = 6) int capBits,
      @ForAll @IntRange(min = 8, max = 200) int keys,
      @ForAll @IntRange(min = 0, max = 60) int shift,
      @ForAll long seed) {
    RecentIds ids = new RecentIds(1 << capBits);
    Set<Long> model = new LinkedHashSet<>();
    SplittableRandom random = new SplittableRandom(seed);

    for (int i = 0; i < 3_000; i++) {
      // Shifted keys share their low bits, which makes the open table collide as badly as it can.
      long id = (1L + random.nextInt(keys)) << shift >>> (shift / 2);
      assertThat(ids.add(id)).isEqualTo(addToModel(model, id, 1 << capBits));
    }
    assertThat(ids.oldestFirst()).containsExactly(model.toArray(new Long[0]));
  }

  private static boolean addToModel(Set<Long> model, long id, int cap) {
    long key = id == 0 ? Hash64.ABSENT : id;
    if (!model.contains(key) && model.size() == cap) {
      Iterator<Long> oldest = model.iterator();
      oldest.next();
      oldest.remove();
    }
    return model.add(key);
  }
}
