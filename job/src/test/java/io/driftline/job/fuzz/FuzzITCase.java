package io.driftline.job.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentAction;
import io.driftline.job.Inputs;
import io.driftline.job.JobDefaults;
import io.driftline.job.Topology;
import io.driftline.job.cli.local.LocalCluster;
import io.driftline.job.cli.local.LocalClusterSettings;
import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.config.JobFiles;
import io.driftline.job.control.ControlRecord;
import io.driftline.job.control.FuzzedControl;
import io.driftline.job.ingest.ActivityDecoder;
import io.driftline.job.ingest.ActivityWatermarks;
import io.driftline.job.ingest.AgentActionJson;
import io.driftline.job.ingest.Decoded;
import io.driftline.job.ingest.SourcePosition;
import io.driftline.job.registry.RegistryDecoder;
import io.driftline.job.registry.RegistryEntry;
import io.driftline.job.registry.RegistryJson;
import io.driftline.job.registry.RegistryRecord;
import io.driftline.registry.RegistryChange;
import io.driftline.registry.RegistryChange.Subject;
import io.driftline.simulate.GovernanceSettings;
import io.driftline.simulate.GovernedEnterprise;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever is sent, the job does not fail, and each record is an action or a dead letter. A million
 * of them:
 *
 * <pre>
 * ./mvnw -q -B test -pl models,job -Dtest=FuzzITCase -Dsurefire.failIfNoSpecifiedTests=false \
 *   -Ddriftline.fuzz.records=1000000
 * </pre>
 */
@Timeout(3_600)
class FuzzITCase {

  private static final long RECORDS = Long.getLong("driftline.fuzz.records", 20_000);
  private static final long SEED = Long.getLong("driftline.fuzz.seed", 1);
  private static final Set<String> ACTIONS = ConcurrentHashMap.newKeySet();

  private static final Duration FOR_EVER = Duration.ofDays(100_000);

  @Test
  void everyRecordIsAnActionOrADeadLetter(TestReporter reporter) throws Exception {
    GovernedEnterprise enterprise =
        new GovernedEnterprise(GovernanceSettings.defaults().withAgents(30));
    ACTIONS.clear();
    CountedOutputs outputs = new CountedOutputs();
    try (LocalCluster cluster = LocalCluster.start(LocalClusterSettings.ofSlots(2))) {
      StreamExecutionEnvironment env = cluster.environment(jobOptions());
      env.setParallelism(2);
      Configuration config = config();
      Inputs inputs =
          new Inputs(activity(env, enterprise), registry(env, enterprise), control(env));
      Topology.define(inputs, outputs, JobFiles.settings(config));
      env.execute("fuzz");
    }

    reporter.publishEntry("counts", CountedOutputs.all());
    long refused = CountedOutputs.of("activity refused");
    assertThat(CountedOutputs.of("activity decoded") + refused).isEqualTo(RECORDS);
    assertThat(CountedOutputs.of("dead letters"))
        .as("of activity and registry, and of control also what the gate refuses")
        .isEqualTo(
            refused
                + CountedOutputs.of("registry refused")
                + RECORDS / 10
                - CountedOutputs.of("changes"));
    assertThat(CountedOutputs.of("scores"))
        .as("each action once, however often it came")
        .isEqualTo(ACTIONS.size());
    assertThat(refused).isPositive();
    assertThat(CountedOutputs.of("changes")).isPositive();
  }

  /** A failure fails the test. */
  private static Configuration jobOptions() {
    return JobDefaults.under(
        new Configuration().set(RestartStrategyOptions.RESTART_STRATEGY, "none"));
  }

  private static Configuration config() {
    // A fuzzed time may lie far ahead: nothing is to be forgotten, or a repeat would count as new.
    return new Configuration()
        .set(DriftlineOptions.STATE_EXPIRY, FOR_EVER)
        .set(DriftlineOptions.STATE_TRIAL, FOR_EVER)
        .set(DriftlineOptions.AUDIT, true)
        .set(DriftlineOptions.RELATIONSHIPS, true)
        .set(DriftlineOptions.NEW_AGENTS, Integer.MAX_VALUE);
  }

  private static DataStream<Decoded> activity(
      StreamExecutionEnvironment env, GovernedEnterprise enterprise) {
    FuzzedRecords records =
        new FuzzedRecords(
            enterprise.activity().stream().map(AgentActionJson::write).toList(), SEED);
    return env.fromSequence(0, RECORDS - 1)
        .uid("numbers")
        .setParallelism(1)
        .map(index -> decoded(records.at(index), index))
        .returns(TypeInformation.of(Decoded.class))
        .uid("activity")
        .setParallelism(1)
        .assignTimestampsAndWatermarks(
            ActivityWatermarks.of(Duration.ofHours(1), Duration.ofSeconds(30)))
        .uid("activity-time")
        .setParallelism(1);
  }

  private static Decoded decoded(byte[] record, long index) {
    Decoded decoded =
        new ActivityDecoder(Clock.systemUTC())
            .decode(record, SourcePosition.inTopic("fuzz", 0, index));
    CountedOutputs.count(decoded.isAction() ? "activity decoded" : "activity refused");
    if (decoded.isAction()) {
      AgentAction action = decoded.action();
      ACTIONS.add(action.agentId() + "\n" + action.eventId());
    }
    return decoded;
  }

  private static DataStream<RegistryRecord> registry(
      StreamExecutionEnvironment env, GovernedEnterprise enterprise) {
    List<RegistryChange> valid = enterprise.registry();
    FuzzedRecords records =
        new FuzzedRecords(valid.stream().map(FuzzITCase::json).toList(), SEED + 1);
    return env.fromSequence(0, RECORDS / 10 - 1)
        .uid("registry-numbers")
        .setParallelism(1)
        .map(index -> registered(records.at(index), index))
        .returns(TypeInformation.of(RegistryRecord.class))
        .uid("registry")
        .setParallelism(1)
        .assignTimestampsAndWatermarks(
            WatermarkStrategy.<RegistryRecord>noWatermarks()
                .withTimestampAssigner(
                    (record, ignored) ->
                        record.change() == null ? Long.MIN_VALUE : record.change().time()))
        .uid("registry-time")
        .setParallelism(1);
  }

  private static RegistryRecord registered(byte[] value, long index) {
    SourcePosition position = SourcePosition.inTopic("fuzz", 1, index);
    RegistryRecord record =
        value != null && index % 10 != 0
            ? RegistryDecoder.decodeLine(value, position)
            : RegistryDecoder.decode(
                index % 20 == 0 ? Subject.AGENT : Subject.USER,
                index % 3 == 0 ? null : ("id-" + index % 50).getBytes(UTF_8),
                value,
                position,
                Instant.parse("2026-01-05T00:00:00Z").toEpochMilli());
    CountedOutputs.count(record.change() == null ? "registry refused" : "registry decoded");
    return record;
  }

  private static byte[] json(RegistryChange change) {
    return RegistryJson.write(
        new RegistryEntry(
            change.subject(),
            change.id(),
            Instant.ofEpochMilli(change.time()),
            change.agent(),
            change.user()));
  }

  private static DataStream<ControlRecord> control(StreamExecutionEnvironment env) {
    FuzzedRecords records = new FuzzedRecords(FuzzedControl.valid(), SEED + 2);
    return env.fromSequence(0, RECORDS / 10 - 1)
        .uid("control-numbers")
        .setParallelism(1)
        .map(index -> FuzzedControl.decode(records.at(index), index))
        .returns(TypeInformation.of(ControlRecord.class))
        .uid("control")
        .setParallelism(1);
  }
}
