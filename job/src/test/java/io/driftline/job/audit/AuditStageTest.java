package io.driftline.job.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.driftline.audit.AuditChain;
import io.driftline.audit.AuditHash;
import io.driftline.job.TestActions;
import io.driftline.job.detect.JudgedAction;
import io.driftline.job.state.Ordering;
import io.driftline.job.state.StageSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class AuditStageTest {

  private static final long MINUTE = 60_000L;
  private static final long START = TestActions.MONDAY;
  private static final long EXPIRY = 30 * 24 * 60 * MINUTE;

  @Test
  void chainsEachAgentsRecordsInTheOrderInWhichTheyCome() throws Exception {
    try (var stage = open(null)) {
      List<JudgedAction> judged = interleaved(20);
      handOver(stage, judged);
      assertThat(texts(stage)).isEqualTo(expected(judged));
    }
  }

  @Test
  void aRestoreAnywhereChangesNothing() throws Exception {
    List<JudgedAction> judged = interleaved(20);
    for (int handed = 0; handed <= judged.size(); handed += 3) {
      OperatorSubtaskState snapshot;
      List<String> records;
      try (var stage = open(null)) {
        handOver(stage, judged.subList(0, handed));
        records = new ArrayList<>(texts(stage));
        stage.prepareSnapshotPreBarrier(1);
        snapshot = stage.snapshot(1, 1);
      }
      try (var stage = open(snapshot)) {
        handOver(stage, judged.subList(handed, judged.size()));
        records.addAll(texts(stage));
      }
      assertThat(records).as("restored after %d", handed).isEqualTo(expected(judged));
    }
  }

  @Test
  void sealsAChainWhenTheWatermarkClosesABucketInWhichTheAgentActed() throws Exception {
    try (var stage = open(null)) {
      handOver(stage, List.of(read("a", 0), read("a", 1), read("b", 6), read("a", 11)));
      stage.processWatermark(new Watermark(START + 5 * MINUTE - 2));
      assertThat(seals(stage)).isEmpty();
      stage.processWatermark(new Watermark(START + 5 * MINUTE - 1));
      // All that was recorded by then is sealed, whatever its time.
      assertThat(seals(stage)).containsExactly(seal("a", 3, START + 5 * MINUTE));
      stage.processWatermark(new Watermark(START + 30 * MINUTE));
      assertThat(seals(stage))
          .containsExactly(seal("a", 3, START + 5 * MINUTE), seal("b", 1, START + 10 * MINUTE));
    }
  }

  @Test
  void aLateActionIsSealedWithTheNextWatermark() throws Exception {
    try (var stage = open(null)) {
      handOver(stage, List.of(read("a", 0)));
      stage.processWatermark(new Watermark(START + 20 * MINUTE));
      handOver(stage, List.of(read("a", 2)));
      assertThat(seals(stage)).hasSize(1);
      stage.processWatermark(new Watermark(START + 20 * MINUTE + 1));
      assertThat(seals(stage)).hasSize(2).last().asString().contains("\"seq\":2");
    }
  }

  @Test
  void theEndOfBoundedInputSealsEverything() throws Exception {
    try (var stage = open(null)) {
      handOver(stage, interleaved(20));
      stage.processWatermark(Watermark.MAX_WATERMARK);
      assertThat(seals(stage)).filteredOn(seal -> seal.contains("\"seq\":20")).hasSize(3);
    }
  }

  @Test
  void anAgentThatWasSilentForLongBeginsAnotherChain() throws Exception {
    try (var stage = open(null)) {
      handOver(stage, List.of(read("a", 0), read("a", 1)));
      for (int i = 2; i <= 5; i++) {
        stage.processWatermark(new Watermark(START + i * EXPIRY));
      }
      assertThat(seals(stage)).hasSize(1);
      assertThat(stage.numKeyedStateEntries()).isZero();
      JudgedAction back = JudgedActions.read("a", "back", START + 6 * EXPIRY);
      handOver(stage, List.of(back));
      assertThat(texts(stage)).last().isEqualTo(expected(List.of(back)).get(0));
    }
  }

  @Test
  void refusesToSealAllTheTime() {
    assertThatIllegalArgumentException().isThrownBy(() -> new AuditSettings(0));
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, JudgedAction, AuditRecord> open(
      OperatorSubtaskState snapshot) throws Exception {
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new AuditStage(
                new StageSettings(Ordering.ARRIVAL, EXPIRY, 2), AuditSettings.defaults()),
            JudgedAction::agentId,
            Types.STRING);
    if (snapshot != null) {
      harness.initializeState(snapshot);
    }
    harness.open();
    return harness;
  }

  private static void handOver(
      KeyedOneInputStreamOperatorTestHarness<String, JudgedAction, AuditRecord> stage,
      List<JudgedAction> judged)
      throws Exception {
    for (JudgedAction each : judged) {
      stage.processElement(each, each.profiled().action().timeMillis());
    }
  }

  private static List<String> texts(
      KeyedOneInputStreamOperatorTestHarness<String, JudgedAction, AuditRecord> stage) {
    return stage.extractOutputValues().stream().map(AuditStageTest::text).toList();
  }

  private static List<String> seals(
      KeyedOneInputStreamOperatorTestHarness<String, JudgedAction, AuditRecord> stage) {
    var sealed = stage.getSideOutput(AuditStage.SEALS);
    return sealed == null
        ? List.of()
        : sealed.stream().map(StreamRecord::getValue).map(AuditStageTest::text).toList();
  }

  private static String text(AuditRecord record) {
    return new String(record.json(), US_ASCII);
  }

  private static String seal(String agent, int records, long time) {
    AuditChain chain = new AuditChain();
    AuditHash hash = new AuditHash();
    List<JudgedAction> judged =
        agent.equals("a")
            ? List.of(read("a", 0), read("a", 1), read("a", 11))
            : List.of(read("b", 6));
    judged.subList(0, records).forEach(each -> AuditJson.append(each, chain, hash));
    return new String(AuditJson.write(chain.seal(agent, time)), US_ASCII);
  }

  /** The records, each chained by the same pure functions. */
  private static List<String> expected(List<JudgedAction> judged) {
    Map<String, AuditChain> chains = new HashMap<>();
    AuditHash hash = new AuditHash();
    List<String> expected = new ArrayList<>();
    for (JudgedAction each : judged) {
      AuditChain chain = chains.computeIfAbsent(each.agentId(), agent -> new AuditChain());
      expected.add(new String(AuditJson.append(each, chain, hash), US_ASCII));
    }
    return expected;
  }

  /** So many actions of each of three agents, not in order of time. */
  private static List<JudgedAction> interleaved(int each) {
    List<JudgedAction> judged = new ArrayList<>();
    for (int i = 0; i < each; i++) {
      for (String agent : List.of("a", "b", "c")) {
        judged.add(read(agent, i % 2 == 0 ? i : i - 2));
      }
    }
    return judged;
  }

  private static JudgedAction read(String agent, int minute) {
    return JudgedActions.read(agent, agent + minute, START + minute * MINUTE);
  }
}
