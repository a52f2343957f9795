package io.driftline.job.incident;

import static io.driftline.job.incident.Raised.DAY;
import static io.driftline.job.incident.Raised.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentKind;
import io.driftline.decide.Anomaly;
import io.driftline.drift.DriftDimension;
import io.driftline.drift.DriftEvent;
import io.driftline.drift.DriftKind;
import io.driftline.drift.DriftSignal;
import io.driftline.incident.HiddenCount;
import io.driftline.incident.Incident;
import io.driftline.incident.IncidentSettings;
import io.driftline.incident.Suppression;
import io.driftline.job.state.Ordering;
import io.driftline.job.state.StageSettings;
import io.driftline.posture.Finding;
import io.driftline.posture.FindingStatus;
import io.driftline.posture.FindingSubject;
import io.driftline.posture.PostureRule;
import io.driftline.posture.Severity;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.CloseableIterator;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;

/** The whole of it on a local cluster, with Kryo switched off. */
class IncidentFlowTest {

  private static final StageSettings STAGE = new StageSettings(Ordering.EVENT_TIME, 90 * DAY, 10);

  @Test
  void whatIsRaisedAboutAnAgentBecomesOneIncident() throws Exception {
    StreamExecutionEnvironment env = environment(true);
    IncidentFlow flow =
        IncidentFlow.attach(
            none(env), drift(env), findings(env), null, STAGE, IncidentSettings.defaults());
    CloseableIterator<Incident> incidents = flow.incidents().collectAsync();
    env.execute();
    List<Incident> told = all(incidents);
    assertThat(told).extracting(Incident::id).containsOnly(told.get(0).id());
    assertThat(told.get(told.size() - 1).severity()).isEqualTo(Severity.CRITICAL);
    assertThat(told.get(told.size() - 1).counts().findings()).isEqualTo(1);
    assertThat(told.get(told.size() - 1).counts().drifts()).isEqualTo(1);
  }

  @Test
  void whatIsSuppressedIsCounted() throws Exception {
    StreamExecutionEnvironment env = environment(true);
    DataStream<SuppressionChange> nothing = suppressions(env);
    IncidentFlow flow =
        IncidentFlow.attach(
            none(env), drift(env), null, nothing, STAGE, IncidentSettings.defaults());
    CloseableIterator<Incident> incidents = flow.incidents().collectAsync();
    CloseableIterator<HiddenCount> hidden = flow.hidden().collectAsync();
    env.execute();
    assertThat(all(incidents)).isEmpty();
    assertThat(all(hidden)).extracting(HiddenCount::rule).containsExactly("r1");
  }

  @Test
  void everyOperatorHasANameOfItsOwnInSavepoints() {
    for (boolean suppressible : new boolean[] {true, false}) {
      StreamExecutionEnvironment env = environment(false);
      IncidentFlow flow =
          IncidentFlow.attach(
              none(env),
              drift(env),
              findings(env),
              suppressible ? suppressions(env) : null,
              STAGE,
              IncidentSettings.defaults());
      flow.incidents().sinkTo(new DiscardingSink<>()).uid("to-incidents");
      flow.hidden().sinkTo(new DiscardingSink<>()).uid("to-hidden");
      assertThat(env.getStreamGraph().getStreamNodes()).isNotEmpty();
    }
  }

  private static DataStream<Anomaly> none(StreamExecutionEnvironment env) {
    return env.fromSequence(1, 1)
        .uid("anomalies-source")
        .flatMap((Long number, Collector<Anomaly> out) -> {})
        .returns(TypeInformation.of(Anomaly.class))
        .uid("anomalies");
  }

  /** Has no time: what it holds is there before a watermark lets any signal pass. */
  private static DataStream<SuppressionChange> suppressions(StreamExecutionEnvironment env) {
    Suppression all =
        new Suppression("r1", "bot", null, null, null, null, at(0), at(9), "ana", "a test");
    return env.fromData(
            TypeInformation.of(SuppressionChange.class), SuppressionChange.set(all, at(0)))
        .uid("suppressions");
  }

  private static DataStream<DriftEvent> drift(StreamExecutionEnvironment env) {
    DriftSignal signal =
        new DriftSignal(
            DriftKind.GROWTH,
            DriftDimension.SYSTEM,
            at(0),
            at(1),
            1,
            2,
            0.5,
            0.01,
            List.of(),
            List.of("e1"),
            null);
    return env.fromData(
            TypeInformation.of(DriftEvent.class),
            DriftEvent.of(new Agent("bot", null, null, null, null), "cohort", signal))
        .uid("drift-source")
        .assignTimestampsAndWatermarks(inOrder(event -> event.signal().found() - 1))
        .uid("drift");
  }

  private static DataStream<Finding> findings(StreamExecutionEnvironment env) {
    return env.fromData(
            TypeInformation.of(Finding.class),
            finding(FindingStatus.OPEN, at(2)),
            finding(FindingStatus.UPDATED, at(3)))
        .uid("findings-source")
        .assignTimestampsAndWatermarks(inOrder(Finding::time))
        .uid("findings");
  }

  private static Finding finding(FindingStatus status, long time) {
    return new Finding(
        "0123456789abcdef",
        status,
        null,
        PostureRule.NO_GRANT,
        Severity.HIGH,
        "bot",
        AgentKind.PERSONAL,
        "ana",
        FindingSubject.ofRight("crm", "crm:read"),
        time,
        time,
        time,
        1,
        null,
        List.of("e1"),
        "bot used crm:read on crm, which was not granted to it.");
  }

  @FunctionalInterface
  private interface EventTime<T> extends Serializable {
    long of(T element);
  }

  private static <T> WatermarkStrategy<T> inOrder(EventTime<T> time) {
    return WatermarkStrategy.<T>forMonotonousTimestamps()
        .withTimestampAssigner((element, before) -> time.of(element));
  }

  private static <T> List<T> all(CloseableIterator<T> iterator) {
    List<T> all = new ArrayList<>();
    iterator.forEachRemaining(all::add);
    return all;
  }

  private static StreamExecutionEnvironment environment(boolean generateUids) {
    Configuration config = new Configuration();
    config.setString("pipeline.generic-types", "false");
    config.setString("pipeline.auto-generate-uids", String.valueOf(generateUids));
    return StreamExecutionEnvironment.createLocalEnvironment(2, config);
  }
}
