package io.driftline.job.cli.bench;

import java.time.Duration;

/**
 * The size of a pipeline benchmark.
 *
 * @param events in the input topic, at least 1
 * @param agents the events are spread over, at least 1
 * @param partitions of every topic, at least 1
 * @param pairs of runs that count, at least 1
 * @param parallelism of both jobs, at least 1
 * @param checkpointInterval of both jobs, above zero
 * @param seed of the events
 */
record PipelineBenchOptions(
    long events,
    int agents,
    int partitions,
    int pairs,
    int parallelism,
    Duration checkpointInterval,
    long seed) {

  PipelineBenchOptions {
    requirePositive("events", events);
    requirePositive("agents", agents);
    requirePositive("partitions", partitions);
    requirePositive("pairs", pairs);
    requirePositive("parallelism", parallelism);
    requirePositive("checkpoint interval", checkpointInterval.toMillis());
  }

  private static void requirePositive(String name, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1, was " + value);
    }
  }
}
