package io.driftline.job.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.driftline.activity.AgentAction;
import io.driftline.activity.Requester;
import io.driftline.baseline.SessionContext;
import io.driftline.job.TestActions;
import io.driftline.job.identify.IdentifiedAction;
import io.driftline.job.state.Ordering;
import io.driftline.job.state.StageSettings;
import io.driftline.registry.Authority;
import io.driftline.registry.AuthorityVerdict;
import io.driftline.relation.Edge;
import io.driftline.relation.RelationLimits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class RelationStageTest {

  private static final long MINUTE = 60_000L;
  private static final long HOUR = 60 * MINUTE;
  private static final long START = TestActions.MONDAY;
  private static final long EXPIRY = 30 * 24 * HOUR;
  private static final Requester ANN = new Requester("ann@example.com", Requester.Type.USER);

  @Test
  void tellsAnEdgeAtOnceWhenItIsNew() throws Exception {
    try (var stage = open(null)) {
      handOver(
          stage, List.of(action("a", "crm", 0), action("a", "crm", 1), action("a", "mail", 2)));
      assertThat(stage.extractOutputValues())
          .containsExactly(edge("a", "crm", 1, 0, 0, true), edge("a", "mail", 1, 2, 2, true));
    }
  }

  @Test
  void tellsWhatChangedOnceAnHour() throws Exception {
    try (var stage = open(null)) {
      handOver(
          stage, List.of(action("a", "crm", 0), action("a", "mail", 1), action("a", "crm", 2)));
      stage.processWatermark(new Watermark(START + HOUR - 2));
      assertThat(stage.extractOutputValues()).hasSize(2);
      stage.processWatermark(new Watermark(START + HOUR - 1));
      assertThat(stage.extractOutputValues())
          .hasSize(3)
          .last()
          .isEqualTo(edge("a", "crm", 2, 0, 2, false));
      stage.processWatermark(new Watermark(START + 10 * HOUR));
      assertThat(stage.extractOutputValues()).hasSize(3);
    }
  }

  @Test
  void theEndOfBoundedInputTellsEverything() throws Exception {
    try (var stage = open(null)) {
      List<IdentifiedAction> work = work();
      handOver(stage, work);
      stage.processWatermark(Watermark.MAX_WATERMARK);
      assertThat(counts(stage.extractOutputValues()).values().stream().mapToLong(n -> n).sum())
          .isEqualTo(work.size());
    }
  }

  @Test
  void theOrderMakesNoDifferenceInTheEnd() throws Exception {
    List<IdentifiedAction> work = work();
    List<IdentifiedAction> shuffled = new ArrayList<>(work);
    Collections.shuffle(shuffled, new Random(7));
    assertThat(latest(shuffled)).isEqualTo(latest(work));
  }

  @Test
  void aRestoreAnywhereChangesNothing() throws Exception {
    List<IdentifiedAction> work = work();
    List<Edge> undisturbed;
    try (var stage = open(null)) {
      handOver(stage, work);
      stage.processWatermark(Watermark.MAX_WATERMARK);
      undisturbed = stage.extractOutputValues();
    }
    for (int handed = 0; handed < work.size(); handed += 17) {
      List<Edge> told;
      OperatorSubtaskState snapshot;
      try (var stage = open(null)) {
        handOver(stage, work.subList(0, handed));
        told = new ArrayList<>(stage.extractOutputValues());
        stage.prepareSnapshotPreBarrier(1);
        snapshot = stage.snapshot(1, 1);
      }
      try (var stage = open(snapshot)) {
        handOver(stage, work.subList(handed, work.size()));
        stage.processWatermark(Watermark.MAX_WATERMARK);
        told.addAll(stage.extractOutputValues());
      }
      assertThat(told).as("restored after %d", handed).isEqualTo(undisturbed);
    }
  }

  @Test
  void namesWhoAskedFirst() throws Exception {
    AgentAction action = TestActions.read("a", "e", START);
    Authority authority =
        new Authority(
            AuthorityVerdict.ENTITLED,
            new Requester("bob", Requester.Type.USER),
            List.of("planner"));
    try (var stage = open(null)) {
      handOver(
          stage,
          List.of(
              new IdentifiedAction(
                  action, SessionContext.first("s"), "personal/sales", false, authority, null)));
      Edge edge = stage.extractOutputValues().get(0);
      assertThat(edge.requester().id()).isEqualTo("bob");
      assertThat(edge.chain()).containsExactly("planner");
    }
  }

  @Test
  void anAgentThatWasSilentForLongIsForgotten() throws Exception {
    try (var stage = open(null)) {
      handOver(stage, List.of(action("a", "crm", 0), action("a", "crm", 1)));
      for (int i = 2; i <= 5; i++) {
        stage.processWatermark(new Watermark(START + i * EXPIRY));
      }
      assertThat(stage.extractOutputValues()).hasSize(2);
      assertThat(stage.numKeyedStateEntries()).isZero();
      assertThat(stage.numEventTimeTimers()).isZero();
    }
  }

  @Test
  void refusesToTellAllTheTime() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RelationSettings(RelationLimits.defaults(), 0));
  }

  private static Map<String, Edge> latest(List<IdentifiedAction> work) throws Exception {
    try (var stage = open(null)) {
      handOver(stage, work);
      stage.processWatermark(Watermark.MAX_WATERMARK);
      Map<String, Edge> latest = new TreeMap<>();
      stage.extractOutputValues().forEach(edge -> latest.put(edge.key(), told(edge)));
      return latest;
    }
  }

  /** The same edge, whether it is told for the first time or not. */
  private static Edge told(Edge edge) {
    return new Edge(
        edge.agentId(),
        edge.requester(),
        edge.chain(),
        edge.system(),
        edge.permissions(),
        edge.count(),
        edge.firstSeen(),
        edge.lastSeen(),
        false);
  }

  private static Map<String, Long> counts(List<Edge> edges) {
    Map<String, Long> counts = new TreeMap<>();
    edges.forEach(edge -> counts.put(edge.key(), edge.count()));
    return counts;
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, IdentifiedAction, Edge> open(
      OperatorSubtaskState snapshot) throws Exception {
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new RelationStage(
                new StageSettings(Ordering.ARRIVAL, EXPIRY, 2), RelationSettings.defaults()),
            (IdentifiedAction in) -> in.action().agentId(),
            Types.STRING);
    if (snapshot != null) {
      harness.initializeState(snapshot);
    }
    harness.open();
    return harness;
  }

  private static void handOver(
      KeyedOneInputStreamOperatorTestHarness<String, IdentifiedAction, Edge> stage,
      List<IdentifiedAction> work)
      throws Exception {
    for (IdentifiedAction in : work) {
      stage.processElement(in, in.action().timeMillis());
    }
  }

  /** Three agents on four systems over five hours. */
  private static List<IdentifiedAction> work() {
    Random random = new Random(3);
    List<IdentifiedAction> work = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      String agent = "a" + random.nextInt(3);
      work.add(action(agent, "system" + random.nextInt(4), 3 * i));
    }
    return work;
  }

  private static IdentifiedAction action(String agent, String system, int minute) {
    AgentAction action =
        TestActions.action(
            agent,
            agent + system + minute,
            START + minute * MINUTE,
            "s",
            system,
            "read",
            system + ":read",
            "/");
    return IdentifiedAction.unregistered(
        action, SessionContext.first("s"), "personal/sales", false);
  }

  private static Edge edge(
      String agent, String system, int count, int firstMinute, int lastMinute, boolean isNew) {
    return new Edge(
        agent,
        ANN,
        List.of(),
        system,
        List.of(system + ":read"),
        count,
        START + firstMinute * MINUTE,
        START + lastMinute * MINUTE,
        isNew);
  }
}
