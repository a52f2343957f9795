package io.driftline.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PeerSketchTest {

  private final PeerSketch sketch = new PeerSketch();

  @Test
  void fewAgentsAreCountedExactly() {
    addAgents(PeerSketch.MOST, 1);
    addAgents(PeerSketch.MOST, 2);

    assertThat(sketch.estimate()).isEqualTo(PeerSketch.MOST);
  }

  @Test
  void manyAgentsAreEstimatedWithinThreeStandardErrors() {
    addAgents(10_000, 1);

    assertThat((double) sketch.estimate()).isCloseTo(10_000, within(3 * 10_000 / Math.sqrt(256)));
    assertThat(sketch.size()).isEqualTo(PeerSketch.MOST);
  }

  @Test
  void agentsThatStoppedAreForgotten() {
    sketch.add(agent(1), 10);
    sketch.add(agent(2), 10);
    sketch.add(agent(2), 30);
    sketch.add(agent(1), 5);
    sketch.forgetBefore(30);

    assertThat(sketch.estimate()).isEqualTo(1);
  }

  @Test
  void theEstimateShrinksWithWhatIsForgotten() {
    addAgents(10_000, 1);
    for (int i = 0; i < 5_000; i++) {
      sketch.add(agent(i), 9);
    }
    sketch.forgetBefore(9);

    assertThat((double) sketch.estimate()).isCloseTo(5_000, within(1_500.0));
  }

  @Property(seed = "20261124", tries = 50)
  void orderAndRepetitionDoNotMatter(
      @ForAll @IntRange(max = 700) int agents, @ForAll Random random) {
    List<Integer> all = IntStream.range(0, agents).boxed().collect(Collectors.toList());
    PeerSketch one = new PeerSketch();
    all.forEach(i -> one.add(agent(i), i % 7));
    PeerSketch other = new PeerSketch();
    all.addAll(all.subList(0, agents / 2));
    Collections.shuffle(all, random);
    all.forEach(i -> other.add(agent(i), i % 7));

    assertThat(stored(other)).isEqualTo(stored(one));
  }

  @Test
  void whatIsReadIsWhatWasWritten() {
    addAgents(1_000, 3);
    PeerSketch read = PeerSketch.read(new StateReader(stored(sketch)));

    assertThat(stored(read)).isEqualTo(stored(sketch));
    assertThat(read.estimate()).isEqualTo(sketch.estimate());
  }

  private void addAgents(int count, int day) {
    for (int i = 0; i < count; i++) {
      sketch.add(agent(i), day);
    }
  }

  private static long agent(int i) {
    return Hash64.of("agent-" + i);
  }

  private static byte[] stored(PeerSketch sketch) {
    StateWriter out = new StateWriter();
    sketch.write(out);
    return out.toBytes();
  }
}
