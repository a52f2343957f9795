package io.driftline.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.baseline.Damage;
import io.driftline.registry.RegistryChange;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrantGrowthCodecTest {

  private final GrantGrowthCodec codec = new GrantGrowthCodec(DriftSettings.defaults());

  @Test
  void goesOnAfterEachChangeAsIfNothingHadHappened() {
    GrantedAgent agent = agent();
    List<DriftSignal> found = new ArrayList<>();
    GrantGrowth growth = new GrantGrowth(DriftSettings.defaults());
    for (RegistryChange change : agent.changes()) {
      DriftSignal signal = growth.learn(change);
      if (signal != null) {
        found.add(signal);
      }
      growth = codec.decode(codec.encode(growth));
    }
    assertThat(found).hasSize(2).isEqualTo(agent.watch());
  }

  @Test
  void writesTheSameBytesAgain() {
    byte[] stored = stored();
    assertThat(codec.encode(codec.decode(stored))).isEqualTo(stored);
    byte[] fresh = codec.encode(new GrantGrowth(DriftSettings.defaults()));
    assertThat(codec.encode(codec.decode(fresh))).isEqualTo(fresh);
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    byte[] stored = stored();
    Damage.refusesVersion(stored, "grant state", 1, 1, codec::decode);
    Damage.refusesEveryTruncation(stored, codec::decode);
    Damage.survivesFlippedBits(stored, codec::decode);
  }

  private byte[] stored() {
    GrantGrowth growth = new GrantGrowth(DriftSettings.defaults());
    agent().watch(growth);
    return codec.encode(growth);
  }

  /** Grows twice, and loses a right now and then. */
  private static GrantedAgent agent() {
    GrantedAgent agent = GrantedAgent.with(7);
    for (int i = 0; i < 12; i++) {
      agent.version("1." + i).give("new-" + i).say(20 + 7 * i);
    }
    return agent.takeOldest().say(110);
  }
}
