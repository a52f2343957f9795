package io.driftline.job.profile;

import static io.driftline.job.TestActions.MONDAY;
import static io.driftline.job.TestActions.action;
import static io.driftline.job.TestActions.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.driftline.activity.AgentAction;
import io.driftline.baseline.BaselineSettings;
import io.driftline.baseline.CohortBaselineCodec;
import io.driftline.baseline.CohortCounts;
import io.driftline.baseline.Dimension;
import io.driftline.baseline.Observation;
import io.driftline.baseline.SessionContext;
import io.driftline.decide.Feedback;
import io.driftline.decide.FeedbackKind;
import io.driftline.feature.Ablation;
import io.driftline.feature.Feature;
import io.driftline.feature.SensitivityTable;
import io.driftline.job.identify.IdentifiedAction;
import io.driftline.job.state.CohortVersion;
import io.driftline.job.state.Ordering;
import io.driftline.job.state.StageSettings;
import io.driftline.job.tune.Tuning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class ProfileStageTest {

  private static final String COHORT = "personal/sales";
  private static final long DAY = 86_400_000L;

  @Test
  void measuresAnActionBeforeItLearnsFromIt() throws Exception {
    try (var stage = open(Ordering.ARRIVAL, 10, null)) {
      feed(stage, story("a", 40));

      List<ProfiledAction> out = stage.extractOutputValues();
      ProfiledAction odd = out.get(out.size() - 1);

      assertThat(odd.features()[Feature.PERMISSION_RISK.ordinal()]).isGreaterThan(4);
      assertThat(odd.surroundings().actions()).isEqualTo(40);
      assertThat(odd.surroundings().values()).isNotEmpty();
      assertThat(out.get(38).features()[Feature.PERMISSION_RISK.ordinal()]).isZero();
    }
  }

  @Test
  void aRestoreChangesNothing() throws Exception {
    List<IdentifiedAction> story = story("a", 60);
    List<double[]> undisturbed;
    try (var stage = open(Ordering.ARRIVAL, 10, null)) {
      feed(stage, story);
      undisturbed = features(stage.extractOutputValues());
    }
    List<double[]> restored = new ArrayList<>();
    OperatorSubtaskState snapshot;
    try (var stage = open(Ordering.ARRIVAL, 10, null)) {
      stage.processElement2(Tuning.of(version(MONDAY - DAY)), MONDAY - DAY);
      feedActions(stage, story.subList(0, 30));
      restored.addAll(features(stage.extractOutputValues()));
      stage.prepareSnapshotPreBarrier(1);
      snapshot = stage.snapshot(1, 1);
    }
    try (var stage = open(Ordering.ARRIVAL, 10, snapshot)) {
      feedActions(stage, story.subList(30, story.size()));
      restored.addAll(features(stage.extractOutputValues()));
    }
    assertThat(restored).usingRecursiveComparison().isEqualTo(undisturbed);
  }

  @Test
  void aCacheTooSmallForAllAgentsChangesNothing() throws Exception {
    List<IdentifiedAction> interleaved = new ArrayList<>();
    List<List<IdentifiedAction>> stories = List.of(story("a", 20), story("b", 20), story("c", 20));
    for (int i = 0; i < 21; i++) {
      for (List<IdentifiedAction> story : stories) {
        interleaved.add(story.get(i));
      }
    }
    assertThat(features(interleaved, 1))
        .usingRecursiveComparison()
        .isEqualTo(features(interleaved, 100));
  }

  @Test
  void inEventTimeOrderAnActionMeetsThePeersOfItsOwnTime() throws Exception {
    IdentifiedAction in = identified(read("a", "e1", MONDAY), SessionContext.first("s1"));
    try (var stage = open(Ordering.EVENT_TIME, 10, null)) {
      stage.processElement2(Tuning.of(version(MONDAY - DAY)), MONDAY - DAY);
      stage.processElement1(in, MONDAY);
      stage.processElement2(Tuning.of(new CohortVersion(COHORT, MONDAY + 1, empty())), MONDAY + 1);
      stage.processWatermark1(new Watermark(MONDAY));
      assertThat(stage.extractOutputValues()).isEmpty();
      stage.processWatermark2(new Watermark(MONDAY));

      assertThat(stage.extractOutputValues())
          .singleElement()
          .extracting(out -> out.surroundings().peers())
          .isEqualTo(1);
    }
  }

  @Test
  void whatIsATruePositiveIsLearntNoMore() throws Exception {
    double[] told = risks(FeedbackKind.TRUE_POSITIVE);
    double[] untold = risks(null);
    assertThat(told[9]).as(Arrays.toString(told)).isCloseTo(told[1], within(0.5));
    assertThat(untold[9]).as(Arrays.toString(untold)).isLessThan(told[9] - 0.5);
  }

  @Test
  void whatIsBenignIsUsualAtOnce() throws Exception {
    double[] told = risks(FeedbackKind.BENIGN);
    double[] untold = risks(null);
    assertThat(told[0]).isEqualTo(untold[0]);
    assertThat(told[1]).isLessThan(untold[1] - 0.3);
  }

  /** Resource risk of ten payments a day apart, of the first of which a verdict is given. */
  private static double[] risks(FeedbackKind lesson) throws Exception {
    try (var stage = open(Ordering.ARRIVAL, 10, null)) {
      feed(stage, story("a", 40).subList(0, 40));
      for (int i = 0; i < 10; i++) {
        if (i == 1 && lesson != null) {
          stage.processElement2(Tuning.of(verdict(lesson)), MONDAY);
        }
        stage.processElement1(payment(i), MONDAY + (5 + i) * DAY);
      }
      return stage.extractOutputValues().stream()
          .skip(40)
          .mapToDouble(out -> out.features()[Feature.RESOURCE_RISK.ordinal()])
          .toArray();
    }
  }

  private static Feedback verdict(FeedbackKind kind) {
    long pattern = Feedback.patternOf("a", "bank", "pay", "bank:transfer");
    return new Feedback(1, pattern, Feedback.ANY_RESOURCE, 1, kind, MONDAY);
  }

  private static IdentifiedAction payment(int number) {
    long time = MONDAY + (5 + number) * DAY;
    return identified(
        action("a", "p" + number, time, "s2", "bank", "pay", "bank:transfer", "DE1"),
        SessionContext.first("s2"));
  }

  private static List<double[]> features(List<IdentifiedAction> actions, int cached)
      throws Exception {
    try (var stage = open(Ordering.ARRIVAL, cached, null)) {
      feed(stage, actions);
      return features(stage.extractOutputValues());
    }
  }

  private static List<double[]> features(List<ProfiledAction> profiled) {
    return profiled.stream().map(ProfiledAction::features).toList();
  }

  /** {@code usual} everyday reads, then one transfer. */
  private static List<IdentifiedAction> story(String agent, int usual) {
    List<IdentifiedAction> story = new ArrayList<>();
    SessionContext session = SessionContext.first("s1");
    for (int i = 0; i < usual; i++) {
      AgentAction action = read(agent, agent + i, MONDAY + i * 1000L);
      story.add(identified(action, session));
      session = new SessionContext("s1", new long[] {Observation.stepKeyOf(action)}, false);
    }
    AgentAction odd =
        action(
            agent,
            agent + "x",
            MONDAY + usual * 1000L,
            "s1",
            "bank",
            "pay",
            "bank:transfer",
            "DE1");
    story.add(identified(odd, session));
    return story;
  }

  private static IdentifiedAction identified(AgentAction action, SessionContext session) {
    return IdentifiedAction.unregistered(action, session, COHORT, false);
  }

  /** A cohort of one agent that reads the CRM. */
  private static CohortVersion version(long holdsFrom) {
    CohortCounts counts = new CohortCounts(BaselineSettings.defaults(), DAY);
    Observation seen = Observation.of(read("p", "p1", holdsFrom - DAY), SessionContext.first("s"));
    long bucket = holdsFrom - 2 * DAY;
    seen.values(
        (dimension, context, value, label) ->
            counts.arrivals(bucket).add(dimension, context, value, 1));
    counts.arrivals(bucket).add(Dimension.PEER, 0, 1, 1);
    counts.foldUpTo(holdsFrom);
    return new CohortVersion(
        COHORT, holdsFrom, CohortBaselineCodec.encode(counts.snapshot(holdsFrom)));
  }

  private static byte[] empty() {
    return CohortBaselineCodec.encode(
        new CohortCounts(BaselineSettings.defaults(), DAY).snapshot(MONDAY));
  }

  private static void feed(
      KeyedTwoInputStreamOperatorTestHarness<String, IdentifiedAction, Tuning, ProfiledAction>
          stage,
      List<IdentifiedAction> actions)
      throws Exception {
    stage.processElement2(Tuning.of(version(MONDAY - DAY)), MONDAY - DAY);
    feedActions(stage, actions);
  }

  private static void feedActions(
      KeyedTwoInputStreamOperatorTestHarness<String, IdentifiedAction, Tuning, ProfiledAction>
          stage,
      List<IdentifiedAction> actions)
      throws Exception {
    for (IdentifiedAction action : actions) {
      stage.processElement1(action, action.action().timeMillis());
    }
  }

  private static KeyedTwoInputStreamOperatorTestHarness<
          String, IdentifiedAction, Tuning, ProfiledAction>
      open(Ordering ordering, int cached, OperatorSubtaskState state) throws Exception {
    var stage =
        new KeyedTwoInputStreamOperatorTestHarness<
            String, IdentifiedAction, Tuning, ProfiledAction>(
            new ProfileStage(
                new StageSettings(ordering, 30 * DAY, cached),
                TypeInformation.of(IdentifiedAction.class),
                BaselineSettings.defaults(),
                SensitivityTable.shipped(),
                Ablation.NONE),
            in -> in.action().agentId(),
            null,
            Types.STRING);
    if (state != null) {
      stage.initializeState(state);
    }
    stage.open();
    return stage;
  }
}
