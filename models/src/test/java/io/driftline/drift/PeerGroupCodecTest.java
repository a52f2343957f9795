package io.driftline.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.baseline.Damage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeerGroupCodecTest {

  private static final DriftSettings SETTINGS = DriftSettings.defaults();
  private static final long CHANGE = WorkingPeers.START + 40;
  private static final long END = CHANGE + 30;
  private static final WorkingPeers PEERS =
      new WorkingPeers(
          7,
          1,
          (agent, day) -> agent != 3 || day < CHANGE ? WorkingPeers.USUAL : WorkingPeers.OTHER);

  private final PeerGroupCodec codec = new PeerGroupCodec(SETTINGS);

  @Test
  void goesOnAfterEachCallAsIfNothingHadHappened() {
    List<DriftEvent> found = new ArrayList<>();
    PeerGroup group = new PeerGroup(SETTINGS);
    for (long day = WorkingPeers.START; day < END; day++) {
      for (DayMix mix : PEERS.mixes(day)) {
        group.add(mix);
        group = restored(group);
      }
      found.addAll(group.close(WorkingPeers.COHORT, day));
      group = restored(group);
    }
    assertThat(found).isNotEmpty().isEqualTo(PEERS.until(END));
  }

  @Test
  void writesTheSameBytesAgain() {
    byte[] stored = stored(END);
    assertThat(codec.encode(codec.decode(stored))).isEqualTo(stored);
    byte[] fresh = codec.encode(new PeerGroup(SETTINGS));
    assertThat(codec.encode(codec.decode(fresh))).isEqualTo(fresh);
  }

  @Test
  void readsWhatWasWrittenWithLongerWindows() {
    DriftSettings shorter =
        new DriftSettings(
            42,
            7,
            14,
            14,
            14,
            64,
            SETTINGS.mix(),
            SETTINGS.growth(),
            SETTINGS.level(),
            SETTINGS.ground());
    PeerGroup group = new PeerGroupCodec(shorter).decode(stored(END));
    PEERS.mixes(END).forEach(group::add);
    assertThat(group.close(WorkingPeers.COHORT, END)).isEmpty();
    assertThat(group.members).hasSize(7);
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    byte[] stored = stored(WorkingPeers.START + 4);
    Damage.refusesVersion(stored, "peer group state", 1, 1, codec::decode);
    Damage.refusesEveryTruncation(stored, codec::decode);
    Damage.survivesFlippedBits(stored, codec::decode);
    Damage.survivesFlippedBits(stored(END), codec::decode);
  }

  private PeerGroup restored(PeerGroup group) {
    return codec.decode(codec.encode(group));
  }

  /** With an open divergence, and a day and a half that is told but not closed. */
  private byte[] stored(long end) {
    PeerGroup group = new PeerGroup(SETTINGS);
    for (long day = WorkingPeers.START; day < end; day++) {
      PEERS.mixes(day).forEach(group::add);
      group.close(WorkingPeers.COHORT, day);
    }
    PEERS.mixes(end).forEach(group::add);
    PEERS.mixes(end + 1).subList(0, 3).forEach(group::add);
    return codec.encode(group);
  }
}
