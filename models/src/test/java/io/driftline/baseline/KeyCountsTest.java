package io.driftline.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class KeyCountsTest {

  private record Key(Dimension dimension, long context, long value) {}

  @Property(seed = "1", tries = 50)
  void countsAsAMapDoes(@ForAll Random random) {
    Map<Key, Integer> expected = new HashMap<>();
    KeyCounts counts = new KeyCounts();
    for (Key key : keys(random)) {
      boolean isNew = counts.add(key.dimension(), key.context(), key.value(), 2);
      assertThat(isNew).isEqualTo(expected.merge(key, 2, Integer::sum) == 2);
    }

    Map<Key, Integer> found = new HashMap<>();
    counts.forEach((d, context, value, count) -> found.put(new Key(d, context, value), count));
    assertThat(found).isEqualTo(expected);
    assertThat(counts.size()).isEqualTo(expected.size());
  }

  @Property(seed = "2", tries = 50)
  void theOrderDependsOnTheKeysAlone(@ForAll Random random) {
    List<Key> keys = keys(random);
    List<Key> order = inOrder(keys);
    Collections.shuffle(keys, random);

    assertThat(inOrder(keys)).isEqualTo(order).doesNotHaveDuplicates();
  }

  @Test
  void theValuesOfAContextComeInARow() {
    List<Key> keys = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      keys.add(new Key(Dimension.RESOURCE, Hash64.of("c" + i % 7), Hash64.of("v" + i)));
    }
    List<Key> order = inOrder(keys);
    long changes = 1;
    for (int i = 1; i < order.size(); i++) {
      changes += order.get(i).context() == order.get(i - 1).context() ? 0 : 1;
    }

    assertThat(changes).isEqualTo(7);
  }

  @Test
  void nothingIsCountedNoTimes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KeyCounts().add(Dimension.SYSTEM, 0, 1, 0))
        .withMessage("count must be at least 1, was 0");
  }

  private static List<Key> inOrder(List<Key> keys) {
    KeyCounts counts = new KeyCounts();
    keys.forEach(key -> counts.add(key.dimension(), key.context(), key.value(), 1));
    List<Key> order = new ArrayList<>();
    counts.forEachInOrder((d, context, value, count) -> order.add(new Key(d, context, value)));
    assertThat(order).hasSize(new LinkedHashSet<>(keys).size());
    return order;
  }

  /** Small numbers, which tie in every leading bit, beside fingerprints. */
  private static List<Key> keys(Random random) {
    List<Key> keys = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      Dimension dimension = Dimension.values()[random.nextInt(3)];
      long value = random.nextInt(40) - 20;
      keys.add(new Key(dimension, random.nextInt(9), i % 2 == 0 ? value : Hash64.of("v" + value)));
    }
    return keys;
  }
}
