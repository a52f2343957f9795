package io.driftline.job.config;

import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.configuration.ReadableConfig;

/** The names of the job's output topics. */
public record OutputTopics(String prefix) {

  /** As {@link DriftlineOptions#OUTPUT_PREFIX} makes them. */
  public static OutputTopics of(ReadableConfig config) {
    return new OutputTopics(config.get(DriftlineOptions.OUTPUT_PREFIX));
  }

  public String anomalies() {
    return prefix + ".anomalies";
  }

  public String drift() {
    return prefix + ".drift";
  }

  public String findings() {
    return prefix + ".findings";
  }

  /** What people are to look at: every incident, as it opens, grows and closes. */
  public String incidents() {
    return prefix + ".incidents";
  }

  /** Compacted: how much was hidden on each day, for each cause. */
  public String hidden() {
    return prefix + ".hidden";
  }

  public String audit() {
    return prefix + ".audit";
  }

  /** Compacted: the latest seal of each agent's chain. */
  public String seals() {
    return prefix + ".audit-seals";
  }

  /** Compacted: what is known of each edge. */
  public String relationships() {
    return prefix + ".relationships";
  }

  /** Compacted: what is known of each agent's credentials. */
  public String credentials() {
    return prefix + ".credentials";
  }

  public String deadLetters() {
    return prefix + ".dead-letter";
  }

  /** Topics of which every record counts. */
  public List<String> logs() {
    return List.of(incidents(), anomalies(), drift(), findings(), audit(), deadLetters());
  }

  /** Topics of which the latest record of each key counts. */
  public List<String> compacted() {
    return List.of(hidden(), seals(), relationships(), credentials());
  }

  /** All of them. */
  public List<String> all() {
    return Stream.concat(logs().stream(), compacted().stream()).toList();
  }
}
