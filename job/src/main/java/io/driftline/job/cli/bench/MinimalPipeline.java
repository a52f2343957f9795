package io.driftline.job.cli.bench;

import io.driftline.activity.AgentAction;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The least that a keyed, exactly-once job over the same events can do: decode the whole event, key
 * it by agent, read and write one state value, forward it.
 */
public final class MinimalPipeline implements PipelineUnderTest {

  /** Flink aborts what is older on a restart; the broker allows 15 minutes at most. */
  private static final String TRANSACTION_TIMEOUT_MS = "600000";

  @Override
  public void define(StreamExecutionEnvironment env, BenchSetup setup) {
    env.fromSource(source(setup), WatermarkStrategy.noWatermarks(), "activity")
        .keyBy(AgentAction::agentId)
        .process(new CountPerAgent())
        .name("count per agent")
        .sinkTo(sink(setup))
        .name("forward");
  }

  private static KafkaSource<AgentAction> source(BenchSetup setup) {
    return KafkaSource.<AgentAction>builder()
        .setBootstrapServers(setup.bootstrapServers())
        .setTopics(setup.inputTopic())
        .setGroupId(setup.runId())
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setBounded(OffsetsInitializer.latest())
        .setValueOnlyDeserializer(new ActionJson())
        .build();
  }

  private KafkaSink<AgentAction> sink(BenchSetup setup) {
    return KafkaSink.<AgentAction>builder()
        .setBootstrapServers(setup.bootstrapServers())
        .setRecordSerializer(
            KafkaRecordSerializationSchema.builder()
                .setTopic(outputTopics().get(0))
                .setValueSerializationSchema(new ActionJson())
                .build())
        .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
        .setTransactionalIdPrefix(setup.runId())
        .setProperty("transaction.timeout.ms", TRANSACTION_TIMEOUT_MS)
        .build();
  }
}
