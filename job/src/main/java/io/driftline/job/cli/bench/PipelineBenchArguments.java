package io.driftline.job.cli.bench;

import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The size of a benchmark, as it is given on the command line. */
final class PipelineBenchArguments {

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

  /** The size, if it is a possible one. */
  PipelineBenchOptions options(CommandSpec spec) {
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
}
