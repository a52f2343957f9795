package io.driftline.job.cli.bench;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code driftline bench pipeline}. */
@Command(
    name = "pipeline",
    showDefaultValues = true,
    description = {
      "Events per second of Driftline's pipeline beside a minimal job of the same kind.",
      "",
      "Both read the same Kafka topic, key by agent, keep state in RocksDB with incremental"
          + " checkpoints and write to Kafka exactly once. A run is timed from the job's state"
          + " RUNNING to the arrival of its last output record at the broker. Runs alternate in"
          + " pairs, their order swapped each time; the first pair is not counted.",
      ""
    })
public final class PipelineBenchCommand implements Callable<Integer> {

  @Option(names = "--events", defaultValue = "1000000", description = "Events in the topic.")
  private long events;

  @Option(names = "--agents", defaultValue = "10000", description = "Agents they belong to.")
  private int agents;

  @Option(names = "--partitions", defaultValue = "4", description = "Partitions of each topic.")
  private int partitions;

  @Option(names = "--pairs", defaultValue = "5", description = "Pairs of runs that count.")
  private int pairs;

  @Option(names = "--parallelism", defaultValue = "2", description = "Of both jobs.")
  private int parallelism;

  @Option(names = "--checkpoint-seconds", defaultValue = "10", description = "Between checkpoints.")
  private int checkpointSeconds;

  @Option(names = "--seed", defaultValue = "42", description = "Of the events.")
  private long seed;

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  private final PipelineBench bench;

  /** Times Driftline's own pipeline. */
  public PipelineBenchCommand() {
    this(new DriftlinePipeline(), SampleEvents::new);
  }

  /** Times {@code pipeline} over {@code events}. */
  PipelineBenchCommand(PipelineUnderTest pipeline, EventSource events) {
    this.bench = new PipelineBench(pipeline, events);
  }

  @Override
  public Integer call() throws Exception {
    BenchReport report = bench.run(options());
    spec.commandLine().getOut().println(json ? json(report) : report.text());
    return 0;
  }

  private PipelineBenchOptions options() {
    try {
      return new PipelineBenchOptions(
          events,
          agents,
          partitions,
          pairs,
          parallelism,
          Duration.ofSeconds(checkpointSeconds),
          seed);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private static String json(BenchReport report) throws Exception {
    return JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValueAsString(report);
  }
}
