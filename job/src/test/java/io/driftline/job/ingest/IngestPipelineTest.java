package io.driftline.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole stage on a local cluster, with Kryo switched off. */
class IngestPipelineTest {

  @TempDir private Path folder;

  @Test
  void splitsTheEventsOfAFileFromItsDeadLetters() throws Exception {
    Files.writeString(folder.resolve("a.jsonl"), Samples.MINIMAL + "\n{}\n" + Samples.FULL);
    StreamExecutionEnvironment env = environment();
    SingleOutputStreamOperator<AgentAction> actions = actions(env);
    CloseableIterator<DeadLetter> deadLetters =
        actions.getSideOutput(SplitDecoded.DEAD_LETTERS).collectAsync();
    CloseableIterator<AgentAction> good = actions.collectAsync();
    env.execute();
    assertThat(List.of(Samples.minimalAction(), Samples.fullAction()))
        .containsExactlyInAnyOrder(good.next(), good.next());
    assertThat(deadLetters.next().position())
        .isEqualTo(SourcePosition.inFile(folder.resolve("a.jsonl").toString(), 2));
    assertThat(deadLetters.hasNext()).isFalse();
  }

  private SingleOutputStreamOperator<AgentAction> actions(StreamExecutionEnvironment env) {
    return env.fromSource(
            ActivityLines.source(Samples.NOW, new org.apache.flink.core.fs.Path(folder.toUri())),
            ActivityWatermarks.of(Duration.ofSeconds(5), Duration.ofSeconds(30)),
            "activity")
        .process(new SplitDecoded())
        .returns(AgentActionSerializer.TYPE);
  }

  private static StreamExecutionEnvironment environment() {
    Configuration config = new Configuration();
    config.setString("pipeline.generic-types", "false");
    return StreamExecutionEnvironment.createLocalEnvironment(1, config);
  }
}
