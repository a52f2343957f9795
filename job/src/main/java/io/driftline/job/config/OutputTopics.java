package io.driftline.job.config;

import java.util.List;
import org.apache.flink.configuration.ReadableConfig;

/** The names of the job's output topics. */
public record OutputTopics(String anomalies, String drift, String deadLetters) {

  /** As {@link DriftlineOptions#OUTPUT_PREFIX} makes them. */
  public static OutputTopics of(ReadableConfig config) {
    String prefix = config.get(DriftlineOptions.OUTPUT_PREFIX);
    return new OutputTopics(prefix + ".anomalies", prefix + ".drift", prefix + ".dead-letter");
  }

  public List<String> all() {
    return List.of(anomalies, drift, deadLetters);
  }
}
