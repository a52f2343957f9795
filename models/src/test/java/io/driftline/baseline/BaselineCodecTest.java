package io.driftline.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentAction;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BaselineCodecTest {

  private static final BaselineSettings SMALL =
      new BaselineSettings(86_400_000, 864_000_000, 6, 4, 3);

  private final BaselineCodec codec = new BaselineCodec(SMALL);

  @Property(seed = "1", tries = 60)
  void whatIsReadIsWhatWasWritten(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 150) int size) {
    byte[] stored = codec.encode(learnt(seed, size));

    assertThat(codec.encode(codec.decode(stored))).isEqualTo(stored);
  }

  @Test
  void whatIsReadHasPausesAndSessionLoads() {
    Baseline baseline = new Baseline(SMALL);
    for (int hour : new int[] {0, 1, 3}) {
      baseline.learn(SampleAction.sample().after(Duration.ofHours(hour)).observe());
    }
    SessionRisk risk = new SessionRisk(3, new double[] {12.5}, "e");
    baseline.noteSessionRisk("s", risk);
    Baseline read = codec.decode(codec.encode(baseline));

    assertThat(read.pauses().mean()).isEqualTo(baseline.pauses().mean()).isPositive();
    assertThat(read.ratedAt).isEqualTo(baseline.ratedAt).isPositive();
    assertThat(read.sessionRisk("s")).isEqualTo(risk);
  }

  @Test
  void learningGoesOnAfterARestoreAsIfNothingHadHappened() {
    Baseline kept = new Baseline(SMALL);
    Baseline restored = new Baseline(SMALL);
    for (AgentAction action : actions(7, 150)) {
      Observation seen = Observation.of(action, SessionContext.first("s"));
      restored = codec.decode(codec.encode(restored));
      kept.learn(seen);
      restored.learn(seen);
    }
    assertThat(codec.encode(restored)).isEqualTo(codec.encode(kept));
  }

  @Test
  void whatIsReadIsStillOnProbation() {
    Baseline baseline = new Baseline(SMALL);
    baseline.learnSensitive(SampleAction.sample().resource("a").observe());
    SampleAction late = SampleAction.sample().resource("b").after(Duration.ofDays(4));
    baseline.learnSensitive(late.observe());
    Baseline read = codec.decode(codec.encode(baseline));

    assertThat(read.vouchesFor(SampleAction.sample().resource("a").observe().thingKey())).isTrue();
    assertThat(read.vouchesFor(late.observe().thingKey())).isFalse();
  }

  @Test
  void smallerCapsKeepTheHeaviest() {
    Baseline baseline = new Baseline(SMALL);
    for (int i = 0; i < 12; i++) {
      baseline.learn(SampleAction.sample().system("system-" + i % 4 * (i % 2)).observe());
    }
    BaselineSettings tiny = new BaselineSettings(86_400_000, 864_000_000, 1, 1, 1);
    DecayedCounts systems =
        new BaselineCodec(tiny).decode(codec.encode(baseline)).counts(Dimension.SYSTEM).in(0);

    assertThat(systems.distinct()).isEqualTo(1);
    assertThat(systems.label(0)).isEqualTo("system-0");
  }

  /** Version 1 ended with the dimension of peers: before two more, here empty, and probation. */
  @Test
  void readsWhatTheFirstReleaseWrote() {
    byte[] stored = codec.encode(learntHarmlessly());
    byte[] first = Arrays.copyOf(stored, stored.length - 3);
    first[0] = 1;

    assertThat(codec.encode(codec.decode(first))).isEqualTo(stored);
  }

  private static Baseline learntHarmlessly() {
    Baseline baseline = new Baseline(SMALL);
    actions(5, 60)
        .forEach(action -> baseline.learn(Observation.of(action, SessionContext.first("s"))));
    return baseline;
  }

  @Test
  void refusesDamagedState() {
    byte[] stored = codec.encode(learnt(11, 80));

    Damage.refusesEveryTruncation(stored, codec::decode);
    Damage.refusesVersion(stored, "baseline", 1, 3, codec::decode);
    Damage.survivesFlippedBits(stored, codec::decode);
  }

  private static Baseline learnt(long seed, int size) {
    Baseline baseline = new Baseline(SMALL);
    SessionTracker tracker = new SessionTracker(new TrackerSettings(1_800_000, 4, 8));
    for (AgentAction action : actions(seed, size)) {
      SessionContext session = tracker.place(action);
      baseline.learnSensitive(Observation.of(action, session));
      baseline.noteSessionRisk(
          session.sessionId(), new SessionRisk(size, new double[] {2.0 * size}, action.eventId()));
    }
    return baseline;
  }

  private static Iterable<AgentAction> actions(long seed, int size) {
    return RandomActions.list(new SplittableRandom(seed), size, Duration.ofHours(2));
  }
}
