package io.driftline.job.config;

import io.driftline.job.state.Ordering;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;

/**
 * Has activity wait in Kafka, not in state, for a registry that is still being read.
 *
 * <p>In event-time order nothing can be judged before event time begins, which the registry holds
 * back. What is read of activity until then piles up in state: all of a backlog, if there is one.
 * In order of arrival actions are judged at once, and nothing is held back.
 */
public final class SourceAlignment {

  /** Partitions of a replay may run apart so far; it must not slow down one that goes smoothly. */
  private static final Duration MOST_AHEAD = Duration.ofDays(1);

  private static final Duration COMPARED_EVERY = Duration.ofMillis(500);
  private static final String GROUP = "driftline";

  private SourceAlignment() {}

  /** The strategy of a source that is to be read no further ahead than others of this job. */
  public static <T> WatermarkStrategy<T> of(WatermarkStrategy<T> strategy, Configuration config) {
    return isNeeded(config)
        ? strategy.withWatermarkAlignment(GROUP, MOST_AHEAD, COMPARED_EVERY)
        : strategy;
  }

  private static boolean isNeeded(Configuration config) {
    return config.get(DriftlineOptions.ORDER) == Ordering.EVENT_TIME
        && (config.get(DriftlineOptions.AGENTS_TOPIC) != null
            || config.get(DriftlineOptions.PEOPLE_TOPIC) != null);
  }
}
