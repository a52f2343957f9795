package io.driftline.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LruMapTest {

  @Test
  void theKeyUnusedForLongestGoesFirst() {
    LruMap<String> two = new LruMap<>(2);
    two.put(1, "a");
    two.put(2, "b");
    assertThat(two.get(1)).isEqualTo("a");
    two.put(3, "c");

    assertThat(two.get(2)).isNull();
    assertThat(keys(two)).containsExactly(1L, 3L);
  }

  @Test
  void keysThatShareASlotAreToldApart() {
    LruMap<String> map = new LruMap<>(8);
    map.put(0, "a");
    map.put(1L << 40, "b");
    map.put(1L << 50, "c");

    assertThat(map.get(0)).isEqualTo("a");
    assertThat(map.get(1L << 40)).isEqualTo("b");
    assertThat(map.get(1L << 50)).isEqualTo("c");
    assertThat(map.get(1L << 60)).isNull();
  }

  @Test
  void visitingIsNoUse() {
    LruMap<String> two = new LruMap<>(2);
    two.put(1, "a");
    two.put(2, "b");
    assertThat(keys(two)).containsExactly(1L, 2L);
    two.put(3, "c");

    assertThat(keys(two)).containsExactly(2L, 3L);
  }

  @Test
  void whatIsRetainedKeepsItsAge() {
    LruMap<String> map = new LruMap<>(3);
    map.put(1, "a");
    map.put(2, "b");
    map.put(3, "c");
    map.get(1);
    map.retainIf(value -> !value.equals("b"));

    assertThat(keys(map)).containsExactly(3L, 1L);
    assertThat(map.get(2)).isNull();
  }

  /** Few keys from few slots, so that they collide, are evicted and come back. */
  @Property(seed = "20261124", tries = 300)
  void behavesLikeALinkedHashMapInOrderOfAccess(
      @ForAll @IntRange(min = 1, max = 6) int most,
      @ForAll @Size(max = 80) List<@IntRange(min = 0, max = 19) Integer> uses) {
    LruMap<Integer> map = new LruMap<>(most);
    Map<Long, Integer> expected = new LinkedHashMap<>(4, 0.75f, true);
    for (int i = 0; i < uses.size(); i++) {
      long key = (uses.get(i) % 10) * 0x1_0000_0001L;
      if (uses.get(i) < 10) {
        assertThat(map.get(key)).isEqualTo(expected.get(key));
      } else {
        map.put(key, i);
        put(expected, key, i, most);
      }
    }
    assertThat(keys(map)).containsExactlyElementsOf(expected.keySet());
    assertThat(map.size()).isEqualTo(expected.size());
  }

  @Test
  void mustHoldAtLeastOneKey() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LruMap<>(0))
        .withMessage("a map must hold at least one key, got 0");
  }

  private static void put(Map<Long, Integer> map, long key, int value, int most) {
    map.put(key, value);
    if (map.size() > most) {
      Iterator<Long> eldest = map.keySet().iterator();
      eldest.next();
      eldest.remove();
    }
  }

  private static List<Long> keys(LruMap<?> map) {
    List<Long> keys = new ArrayList<>();
    map.forEach((key, value) -> keys.add(key));
    return keys;
  }
}
