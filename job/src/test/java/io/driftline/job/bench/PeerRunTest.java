package io.driftline.job.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.driftline.activity.AgentAction;
import io.driftline.baseline.SessionContext;
import io.driftline.explain.Surroundings;
import io.driftline.feature.Feature;
import io.driftline.job.TestActions;
import io.driftline.job.evaluate.ScoredEvent;
import io.driftline.job.identify.IdentifiedAction;
import io.driftline.job.profile.ProfiledAction;
import io.driftline.job.train.TrainingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PeerRunTest {

  private static final int FEATURES = Feature.values().length;
  private static final long MINUTE = 60_000;

  /** Trains when a bucket of ten minutes closes with 256 rows, then at twice as many. */
  private static final TrainingSettings TRAINING =
      new TrainingSettings(1, 10 * MINUTE, 1_000 * MINUTE, 2, 1_000 * MINUTE, 1_000, 4_096, 4_096);

  /** Says how many actions it has learnt. */
  private static final class Counting implements Peer {
    private int learnt;

    @Override
    public double score(AgentAction action, double[] vector) {
      return learnt;
    }

    @Override
    public void learn(AgentAction action, double[] vector) {
      learnt++;
    }
  }

  @Test
  void eachActionIsScoredInOrderOfTimeBeforeItIsLearnt() {
    List<ProfiledAction> actions =
        List.of(action("late", 3, "x"), action("early", 1, "x"), action("middle", 2, "x"));

    assertThat(PeerRun.score(actions, Counting::new))
        .extracting(ScoredEvent::eventId, ScoredEvent::score)
        .containsExactly(tuple("early", 0.0), tuple("middle", 1.0), tuple("late", 2.0));
  }

  @Test
  void everyCohortHasAPeerOfItsOwn() {
    List<ProfiledAction> actions = List.of(action("e1", 1, "x"), action("e2", 2, "y"));

    assertThat(PeerRun.score(actions, Counting::new))
        .extracting(ScoredEvent::score)
        .containsOnly(0.0);
  }

  @Test
  void aRefittedForestFirstSpeaksWhenABucketWithEnoughRowsHasClosed() {
    for (Supplier<Peer> peer :
        List.<Supplier<Peer>>of(
            () -> RefittedForest.isolation(TRAINING), () -> RefittedForest.smile(TRAINING))) {
      List<Double> scores = scores(peer);

      // 40 actions a minute: 256 rows are there within the first bucket, which ends at action 400.
      assertThat(scores.subList(0, 400)).containsOnly(0.0);
      assertThat(scores.subList(400, 500)).allMatch(score -> score > 0);
    }
  }

  @Test
  void anOutlierScoresHighestWithEveryForest() {
    for (Supplier<Peer> peer :
        List.<Supplier<Peer>>of(
            () -> RefittedForest.isolation(TRAINING),
            () -> RefittedForest.smile(TRAINING),
            () -> new RandomCutForestPeer(FEATURES, 1))) {
      List<Double> scores = scores(peer);

      double highest = scores.subList(450, 499).stream().mapToDouble(s -> s).max().orElseThrow();
      assertThat(scores.get(499)).isGreaterThan(highest);
    }
  }

  @Test
  void theSameSeedGivesTheSameScores() {
    assertThat(scores(() -> new RandomCutForestPeer(FEATURES, 1)))
        .isEqualTo(scores(() -> new RandomCutForestPeer(FEATURES, 1)));
    assertThat(scores(() -> RefittedForest.isolation(TRAINING)))
        .isEqualTo(scores(() -> RefittedForest.isolation(TRAINING)));
  }

  /** 500 actions, 40 a minute; the last is far out. */
  private static List<Double> scores(Supplier<Peer> peer) {
    Random random = new Random(7);
    List<ProfiledAction> actions = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      double bits = i == 499 ? 20 : 0;
      double[] vector = random.doubles(FEATURES).map(u -> u + bits).toArray();
      actions.add(action("e%03d".formatted(i), i * MINUTE / 40, "x", vector));
    }
    return PeerRun.score(actions, peer).stream().map(ScoredEvent::score).toList();
  }

  private static ProfiledAction action(String event, long time, String cohort) {
    return action(event, time, cohort, new double[FEATURES]);
  }

  private static ProfiledAction action(String event, long time, String cohort, double[] vector) {
    Surroundings nothing = new Surroundings(List.of(), List.of(), 0, 0, 0, null);
    IdentifiedAction in =
        IdentifiedAction.unregistered(
            TestActions.read("a", event, time), SessionContext.first("s"), cohort, false);
    return ProfiledAction.of(in, vector, nothing);
  }
}
