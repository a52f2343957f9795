package io.driftline.job.cli.bench;

import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A pipeline to be timed. It reads the input topic of the {@link BenchSetup} up to its present end
 * and writes to its own output topics, exactly once.
 */
@FunctionalInterface
public interface PipelineUnderTest {

  /** Adds the whole pipeline, sources and sinks included, to {@code env}; does not execute it. */
  void define(StreamExecutionEnvironment env, BenchSetup setup) throws Exception;

  /**
   * Every topic {@link #define} writes to. They are created empty before each run; the run ends
   * when the last record has arrived in one of them.
   */
  default List<String> outputTopics() {
    return List.of("bench.output");
  }

  /** Part of the name of the stage that every event must have reached when the run ends. */
  default String lastStage() {
    return "count per agent";
  }
}
