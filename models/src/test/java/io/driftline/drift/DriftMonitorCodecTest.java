package io.driftline.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentAction;
import io.driftline.baseline.Damage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriftMonitorCodecTest {

  private static final DriftSettings SETTINGS = DriftSettings.defaults();
  private static final WorkingAgent AGENT = drifting();

  private final DriftMonitorCodec codec = new DriftMonitorCodec(SETTINGS);

  private static WorkingAgent drifting() {
    WorkingAgent agent = new WorkingAgent(1).works(60).withVersion("2");
    return agent.on("crm", "mail", "wiki", "vault", "billing").works(30);
  }

  @Test
  void goesOnAfterEachDayAsIfNothingHadHappened() {
    List<DriftSignal> found = new ArrayList<>();
    DriftMonitor monitor = new DriftMonitor(SETTINGS);
    for (long day = WorkingAgent.START; day < AGENT.today(); day++) {
      long today = day;
      for (AgentAction action : AGENT.actions()) {
        if (CalendarDay.of(action.timeMillis()) == today) {
          monitor.observe(action);
        }
      }
      monitor = codec.decode(codec.encode(monitor));
      found.addAll(monitor.close(WorkingAgent.ID, day));
      monitor = codec.decode(codec.encode(monitor));
    }
    assertThat(found).isNotEmpty().isEqualTo(Watching.all(AGENT.actions(), AGENT.today()));
  }

  @Test
  void writesTheSameBytesAgain() {
    byte[] stored = stored();
    assertThat(codec.encode(codec.decode(stored))).isEqualTo(stored);
    assertThat(codec.encode(codec.decode(codec.encode(new DriftMonitor(SETTINGS)))))
        .isEqualTo(codec.encode(new DriftMonitor(SETTINGS)));
  }

  @Test
  void staysWithinEightKilobytesForAnOrdinaryAgent() {
    assertThat(stored().length).isLessThan(8_000);
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    byte[] stored = stored();
    Damage.refusesVersion(stored, "drift state", 1, 2, codec::decode);
    Damage.refusesEveryTruncation(stored, codec::decode);
    Damage.survivesFlippedBits(stored, codec::decode);
  }

  @Test
  void takesNothingForNewGroundThatAnEarlierReleaseDidNotCount() {
    DriftMonitor monitor = new DriftMonitor(SETTINGS);
    AGENT.actions().forEach(monitor::observe);
    monitor.folders = new Folders(SETTINGS);
    byte[] written = codec.encode(monitor);
    int folders = Long.BYTES + 3 + HourCounts.OPEN_DAYS;
    byte[] earlier = Arrays.copyOf(written, written.length - folders);
    earlier[0] = 1;

    DriftMonitor restored = codec.decode(earlier);
    assertThat(restored.folders.since()).isEqualTo(Long.MIN_VALUE);
    AgentAction next = AGENT.actions().get(AGENT.actions().size() - 1);
    restored.observe(next);
    assertThat(restored.folders.since()).isEqualTo(CalendarDay.of(next.timeMillis()));
  }

  private byte[] stored() {
    DriftMonitor monitor = new DriftMonitor(SETTINGS);
    Watching.all(monitor, AGENT.actions(), AGENT.today());
    return codec.encode(monitor);
  }
}
