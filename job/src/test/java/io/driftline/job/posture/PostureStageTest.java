package io.driftline.job.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentAction;
import io.driftline.activity.AgentKind;
import io.driftline.activity.Outcome;
import io.driftline.activity.Requester;
import io.driftline.baseline.SessionContext;
import io.driftline.feature.SensitivityTable;
import io.driftline.job.identify.IdentifiedAction;
import io.driftline.job.identify.IdentifiedActionSerializer;
import io.driftline.job.state.Ordering;
import io.driftline.job.state.StageSettings;
import io.driftline.posture.Accusation;
import io.driftline.posture.Finding;
import io.driftline.posture.FindingStatus;
import io.driftline.posture.FindingSubject;
import io.driftline.posture.PostureRule;
import io.driftline.posture.PostureSettings;
import io.driftline.registry.AgentRecord;
import io.driftline.registry.Grant;
import io.driftline.registry.RegistryChange;
import io.driftline.registry.Right;
import io.driftline.registry.UserRecord;
import io.driftline.registry.UserStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PostureStageTest {

  private static final long HOUR = 3_600_000L;
  private static final long DAY = 24 * HOUR;
  private static final long START = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();
  private static final String BOT = "bot";

  @Test
  void aGrantThatExpiresOpensAFindingWithoutAnyEvent() throws Exception {
    try (var stage = open(Ordering.ARRIVAL, null)) {
      say(stage, granted(START, grant("crm:read", START, START + 10 * DAY)));
      pass(stage, START);
      pass(stage, START + 10 * DAY - 1);
      assertThat(stage.extractOutputValues()).isEmpty();
      pass(stage, START + 10 * DAY);
      assertThat(told(stage)).containsExactly("open grant_expired day 10");
    }
  }

  @Test
  void reviewsAndDormancyFallDueWithoutAnyEventHoweverFarTimeLeaps() throws Exception {
    for (Ordering ordering : Ordering.values()) {
      try (var stage = open(ordering, null)) {
        say(stage, granted(START, grant("crm:read", START, null)));
        act(stage, use("e1", START + DAY, "crm:read"));
        pass(stage, START);
        pass(stage, START + 300 * DAY);
        assertThat(told(stage))
            .containsExactly("open review_overdue day 30", "open unused_grant day 91");
        assertThat(stage.numEventTimeTimers()).as("for expiry only").isEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Ordering.class)
  void lateGrantsWithdrawAndLateRevocationsAccuse(Ordering ordering) throws Exception {
    try (var stage = open(ordering, null)) {
      say(stage, granted(START));
      act(stage, use("e1", START + HOUR, "crm:read"));
      pass(stage, START + DAY);
      say(stage, granted(START, grant("crm:read", START, null)));
      act(stage, use("e2", START + 2 * DAY, "crm:read"));
      pass(stage, START + 3 * DAY);
      say(stage, granted(START + 2 * DAY - 1));
      assertThat(told(stage))
          .containsExactly("open no_grant day 0", "resolved no_grant day 0", "open no_grant day 2");
    }
  }

  @Test
  void inArrivalOrderWhatSeemsWrongWaitsForTheWatermark() throws Exception {
    try (var stage = open(Ordering.ARRIVAL, null)) {
      act(stage, use("e1", START + HOUR, "crm:read"));
      assertThat(stage.extractOutputValues()).isEmpty();
      pass(stage, START + HOUR - 1);
      say(stage, granted(START, grant("crm:read", START, null)));
      pass(stage, START + HOUR);
      assertThat(stage.extractOutputValues()).isEmpty();
    }
  }

  @Test
  void anOrdinaryUseSetsNoTimer() throws Exception {
    try (var stage = open(Ordering.ARRIVAL, null)) {
      say(stage, granted(START, grant("crm:read", START, null)));
      pass(stage, START);
      int timers = stage.numEventTimeTimers();
      for (int i = 0; i < 100; i++) {
        act(stage, use("e" + i, START + DAY + i * HOUR, "crm:read"));
      }
      assertThat(stage.numEventTimeTimers()).isEqualTo(timers);
    }
  }

  @Test
  void doesNotRepeatAFindingPerEvent() throws Exception {
    try (var stage = open(Ordering.ARRIVAL, null)) {
      say(stage, granted(START));
      for (int i = 0; i < 1_000; i++) {
        act(stage, use("e" + i, START + HOUR + i, "crm:read"));
        pass(stage, START + HOUR + i);
      }
      assertThat(stage.extractOutputValues()).hasSize(10);
      assertThat(stage.extractOutputValues())
          .extracting(Finding::id)
          .hasSize(10)
          .containsOnly(stage.extractOutputValues().get(0).id());
      assertThat(stage.numEventTimeTimers()).isLessThan(5);
    }
  }

  @Test
  void accusationsAndOwnersReachTheAgent() throws Exception {
    try (var stage = open(Ordering.ARRIVAL, null)) {
      say(stage, granted(START));
      say(stage, PostureNews.ofOwner(BOT, ann(START + DAY, UserStatus.DEPARTED)));
      FindingSubject what = FindingSubject.ofUse("eve", "crm", "crm:read");
      say(stage, accusation(what, false));
      pass(stage, START + HOUR);
      say(stage, accusation(what, true));
      pass(stage, START + DAY);
      assertThat(told(stage))
          .containsExactly(
              "open authority_bypass day 0",
              "resolved authority_bypass day 0",
              "open owner_not_active day 1");
    }
  }

  @ParameterizedTest
  @EnumSource(Ordering.class)
  void anAccusationThatOvertakesTheAgentsRecordWaitsForIt(Ordering ordering) throws Exception {
    FindingSubject what = FindingSubject.ofUse("eve", "crm", "crm:read");
    List<Finding> inOrder;
    try (var stage = open(ordering, null)) {
      say(stage, granted(START));
      pass(stage, START + HOUR);
      say(stage, accusation(what, false));
      inOrder = stage.extractOutputValues();
    }
    try (var stage = open(ordering, null)) {
      say(stage, accusation(what, false));
      say(stage, granted(START));
      pass(stage, START + HOUR);
      assertThat(stage.extractOutputValues()).isEqualTo(inOrder);
      assertThat(inOrder).extracting(Finding::owner).containsExactly("ann");
    }
  }

  @Test
  void eachAgentIsJudgedByItself() throws Exception {
    try (var stage = open(Ordering.ARRIVAL, null)) {
      say(stage, granted(START, grant("crm:read", START, null)));
      act(stage, use("e1", START + HOUR, "crm:read"));
      act(stage, action("other", "e1", START + HOUR, "crm:read"));
      pass(stage, START + DAY);
      assertThat(stage.extractOutputValues())
          .extracting(each -> each.agentId() + " " + each.rule().id())
          .containsExactly("other unregistered_agent");
    }
  }

  @Test
  void theEndOfBoundedInputJudgesWhatIsHeldAndLetsNothingFallDue() throws Exception {
    try (var stage = open(Ordering.ARRIVAL, null)) {
      say(stage, granted(START, grant("crm:read", START, null)));
      pass(stage, START);
      act(stage, use("e1", START + HOUR, "crm:delete"));
      stage.processBothWatermarks(Watermark.MAX_WATERMARK);
      assertThat(told(stage)).containsExactly("open no_grant day 0");
    }
  }

  @Test
  void aSilentAgentIsKeptWhileItIsRegisteredAndForgottenAfterwards() throws Exception {
    try (var stage = open(Ordering.ARRIVAL, null)) {
      say(stage, granted(START, grant("crm:read", START, START + 1000 * DAY)));
      pass(stage, START + 999 * DAY);
      stage.prepareSnapshotPreBarrier(1);
      assertThat(stage.numKeyedStateEntries()).isPositive();
      pass(stage, START + 1000 * DAY);
      assertThat(told(stage)).last().isEqualTo("open grant_expired day 1000");
      say(
          stage,
          news(RegistryChange.removal(RegistryChange.Subject.AGENT, BOT, START + 1001 * DAY)));
      pass(stage, START + 2000 * DAY);
      assertThat(told(stage)).last().isEqualTo("resolved grant_expired day 1001");
      stage.prepareSnapshotPreBarrier(2);
      assertThat(stage.numKeyedStateEntries()).isZero();
      assertThat(stage.numEventTimeTimers()).isZero();
    }
  }

  @Test
  void theOrderInWhichActivityAndRegistryComeMakesNoDifferenceToWhatIsOpen() throws Exception {
    for (Ordering ordering : Ordering.values()) {
      TreeSet<String> inOrder = runAll(ordering, story(), HOUR);
      assertThat(inOrder)
          .containsExactly(
              "bot expired_grant_used crm:write", "bot grant_expired crm:write",
              "bot no_grant crm:delete", "bot owner_not_active null");
      List<Object> reversed = story();
      Collections.reverse(reversed);
      assertThat(runAll(ordering, reversed, 100 * DAY)).isEqualTo(inOrder);
      for (int seed = 0; seed < 20; seed++) {
        List<Object> shuffled = story();
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(runAll(ordering, shuffled, HOUR)).as("seed %d", seed).isEqualTo(inOrder);
      }
    }
  }

  @Test
  void inEventTimeOrderNothingDependsOnHowFarTheWatermarkLeaps() throws Exception {
    List<Finding> often;
    try (var stage = open(Ordering.EVENT_TIME, null)) {
      for (Object each : story()) {
        feed(stage, each);
        pass(stage, timeOf(each) - HOUR);
      }
      pass(stage, START + 20 * DAY);
      often = stage.extractOutputValues();
    }
    try (var stage = open(Ordering.EVENT_TIME, null)) {
      for (Object each : story()) {
        feed(stage, each);
      }
      pass(stage, START + 20 * DAY);
      assertThat(stage.extractOutputValues()).isEqualTo(often);
    }
  }

  @ParameterizedTest
  @EnumSource(Ordering.class)
  void aRestoreAnywhereChangesNothing(Ordering ordering) throws Exception {
    List<Object> story = story();
    List<Finding> undisturbed = run(ordering, story, story.size());
    assertThat(undisturbed).isNotEmpty();
    for (int at = 0; at < story.size(); at++) {
      assertThat(run(ordering, story, at)).as("restored before %d", at).isEqualTo(undisturbed);
    }
  }

  private static List<Finding> run(Ordering ordering, List<Object> story, int restoreAt)
      throws Exception {
    List<Finding> found = new ArrayList<>();
    OperatorSubtaskState snapshot;
    try (var stage = open(ordering, null)) {
      for (Object each : story.subList(0, restoreAt)) {
        feed(stage, each);
        pass(stage, timeOf(each) - HOUR);
      }
      stage.prepareSnapshotPreBarrier(1);
      snapshot = stage.snapshot(1, 1);
      found.addAll(stage.extractOutputValues());
    }
    try (var stage = open(ordering, snapshot)) {
      for (Object each : story.subList(restoreAt, story.size())) {
        feed(stage, each);
        pass(stage, timeOf(each) - HOUR);
      }
      pass(stage, START + 20 * DAY);
      found.addAll(stage.extractOutputValues());
    }
    return found;
  }

  /** What is open in the end. */
  private static TreeSet<String> runAll(Ordering ordering, List<Object> story, long lag)
      throws Exception {
    TreeSet<String> open = new TreeSet<>();
    try (var stage = open(ordering, null)) {
      for (Object each : story) {
        feed(stage, each);
        pass(stage, timeOf(each) - lag);
      }
      pass(stage, START + 20 * DAY);
      for (Finding finding : stage.extractOutputValues()) {
        String what =
            finding.agentId() + " " + finding.rule().id() + " " + finding.subject().permission();
        if (finding.status() == FindingStatus.RESOLVED) {
          open.remove(what);
        } else {
          open.add(what);
        }
      }
    }
    return open;
  }

  /** Grants come, expire and go while the bot works; its owner leaves. In order of time. */
  private static List<Object> story() {
    return new ArrayList<>(
        List.of(
            use("e1", START, "crm:read"),
            granted(START + DAY, grant("crm:write", START, START + 4 * DAY)),
            use("e2", START + DAY + 1, "crm:read"),
            use("e3", START + DAY + 2, "crm:write"),
            granted(
                START + 2 * DAY,
                grant("crm:read", START, null),
                grant("crm:write", START, START + 4 * DAY)),
            use("e4", START + 3 * DAY, "crm:read"),
            PostureNews.ofOwner(BOT, ann(START + 3 * DAY + 1, UserStatus.ACTIVE)),
            use("e5", START + 5 * DAY, "crm:write"),
            use("e6", START + 6 * DAY, "crm:delete"),
            PostureNews.ofOwner(BOT, ann(START + 7 * DAY, UserStatus.DEPARTED))));
  }

  private static void feed(Stage stage, Object each) throws Exception {
    if (each instanceof PostureNews news) {
      say(stage, news);
    } else {
      act(stage, (IdentifiedAction) each);
    }
  }

  private static long timeOf(Object each) {
    return each instanceof PostureNews news
        ? news.time()
        : ((IdentifiedAction) each).action().timeMillis();
  }

  private static void say(Stage stage, PostureNews news) throws Exception {
    stage.processElement2(news, news.time());
  }

  private static void act(Stage stage, IdentifiedAction in) throws Exception {
    stage.processElement1(in, in.action().timeMillis());
  }

  private static void pass(Stage stage, long time) throws Exception {
    stage.processBothWatermarks(new Watermark(time));
  }

  private static List<String> told(Stage stage) {
    return stage.extractOutputValues().stream()
        .map(
            each ->
                "%s %s day %d"
                    .formatted(each.status().code(), each.rule().id(), (each.time() - START) / DAY))
        .toList();
  }

  private static PostureNews granted(long time, Grant... grants) {
    return news(
        RegistryChange.agent(
            new AgentRecord(
                BOT,
                AgentKind.ORGANIZATIONAL,
                "ann",
                null,
                "sales",
                null,
                null,
                null,
                List.of(grants),
                null),
            time));
  }

  private static PostureNews news(RegistryChange change) {
    return PostureNews.ofAgent(change);
  }

  private static Grant grant(String permission, long granted, Long expires) {
    return new Grant(
        new Right("crm", permission),
        Instant.ofEpochMilli(granted),
        expires == null ? null : Instant.ofEpochMilli(expires),
        null);
  }

  private static RegistryChange ann(long time, UserStatus status) {
    return RegistryChange.user(new UserRecord("ann", status, null, null), time);
  }

  private static PostureNews accusation(FindingSubject what, boolean withdrawn) {
    return PostureNews.of(
        new Accusation(PostureRule.AUTHORITY_BYPASS, BOT, what, START + HOUR, "e1", 1, withdrawn));
  }

  private static IdentifiedAction use(String id, long time, String permission) {
    return action(BOT, id, time, permission);
  }

  private static IdentifiedAction action(String agent, String id, long time, String permission) {
    AgentAction action =
        new AgentAction(
            id,
            Instant.ofEpochMilli(time),
            new Agent(agent, null, null, null, null),
            new Requester("eve", Requester.Type.USER),
            null,
            null,
            null,
            "crm",
            "do",
            permission,
            null,
            Outcome.SUCCESS,
            null,
            null,
            null);
    return IdentifiedAction.unregistered(action, SessionContext.first("s"), "none", false);
  }

  /** The stage under test. */
  private static final class Stage
      extends KeyedTwoInputStreamOperatorTestHarness<
          String, IdentifiedAction, PostureNews, Finding> {

    Stage(Ordering ordering) throws Exception {
      super(
          new PostureStage(
              new StageSettings(ordering, 100 * DAY, 10),
              IdentifiedActionSerializer.TYPE,
              PostureSettings.defaults(),
              SensitivityTable.shipped()),
          in -> in.action().agentId(),
          PostureNews::agentId,
          Types.STRING);
    }
  }

  private static Stage open(Ordering ordering, OperatorSubtaskState snapshot) throws Exception {
    Stage stage = new Stage(ordering);
    if (snapshot != null) {
      stage.initializeState(snapshot);
    }
    stage.open();
    return stage;
  }
}
