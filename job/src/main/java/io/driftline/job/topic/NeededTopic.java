package io.driftline.job.topic;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A topic without which the job cannot run.
 *
 * @param isOutput whether the job writes it
 * @param config settings it must have, over the brokers' defaults
 */
record NeededTopic(String name, boolean isOutput, Map<String, String> config) {

  NeededTopic {
    Objects.requireNonNull(name, "name");
    config = Map.copyOf(config);
  }

  /** The shell command that creates it; its number of partitions is the brokers' default. */
  String command(String bootstrapServers) {
    return "kafka-topics.sh --bootstrap-server %s --create --topic %s%s"
        .formatted(
            bootstrapServers,
            name,
            new TreeMap<>(config)
                .entrySet().stream()
                    .map(set -> " --config %s=%s".formatted(set.getKey(), set.getValue()))
                    .collect(Collectors.joining()));
  }
}
