package io.driftline.job;

import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;

/** Flink settings that the job relies on, or that most users want; what they set goes first. */
public final class JobDefaults {

  private JobDefaults() {}

  /** {@code given} with defaults under it. */
  public static Configuration under(Configuration given) {
    Configuration config = required();
    config.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    config.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    config.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(10));
    config.addAll(given);
    return config;
  }

  /** What every run needs: no Kryo, and no copies between chained operators of immutable values. */
  public static Configuration required() {
    Configuration config = new Configuration();
    config.set(PipelineOptions.GENERIC_TYPES, false);
    config.set(PipelineOptions.OBJECT_REUSE, true);
    return config;
  }
}
