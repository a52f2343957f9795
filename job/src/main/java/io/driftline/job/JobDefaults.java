package io.driftline.job;

import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.rocksdb.CompressionType;

/** Flink settings that the job relies on, or that most users want. */
public final class JobDefaults {

  /**
   * A checkpoint rewrites the first levels of the state again and again, and fingerprints do not
   * compress: trying to took most of RocksDB's own time.
   */
  public static final List<CompressionType> COMPRESSION_PER_LEVEL =
      List.of(
          CompressionType.NO_COMPRESSION,
          CompressionType.NO_COMPRESSION,
          CompressionType.SNAPPY_COMPRESSION);

  /**
   * Into so many shares keyed state is divided, so no stage can ever have more subtasks. Set, since
   * Flink would choose by the parallelism of the first start, and state keeps what it was made
   * with.
   */
  public static final int MAX_PARALLELISM = 128;

  /**
   * Compression, for the buffer that comes with it: without, Flink 2.2 reads operator state byte by
   * byte, a system call each, and a minute and more passes before a job goes on from a savepoint
   * with what whole cohorts usually do.
   */
  private static final boolean BUFFERED_OPERATOR_STATE = true;

  private JobDefaults() {}

  /** {@code given} with defaults under it. */
  public static Configuration under(Configuration given) {
    Configuration config = required();
    config.addAll(missingFrom(given));
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

  /** The defaults for what {@code effective}, a cluster's settings for example, leaves open. */
  public static Configuration missingFrom(ReadableConfig effective) {
    Configuration config = new Configuration();
    setIfMissing(effective, config, StateBackendOptions.STATE_BACKEND, "rocksdb");
    setIfMissing(effective, config, PipelineOptions.MAX_PARALLELISM, MAX_PARALLELISM);
    setIfMissing(effective, config, CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    setIfMissing(
        effective, config, CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(10));
    setIfMissing(effective, config, ExecutionOptions.SNAPSHOT_COMPRESSION, BUFFERED_OPERATOR_STATE);
    setIfMissing(
        effective, config, RocksDBConfigurableOptions.COMPRESSION_PER_LEVEL, COMPRESSION_PER_LEVEL);
    return config;
  }

  private static <T> void setIfMissing(
      ReadableConfig effective, Configuration config, ConfigOption<T> option, T value) {
    if (effective.getOptional(option).isEmpty()) {
      config.set(option, value);
    }
  }
}
