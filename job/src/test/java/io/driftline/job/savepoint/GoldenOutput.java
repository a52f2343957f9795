package io.driftline.job.savepoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.driftline.job.cli.CommittedTopic;
import io.driftline.job.config.OutputTopics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the job of the golden savepoints has put out and committed. */
final class GoldenOutput {

  static final OutputTopics TOPICS = new OutputTopics("driftline");

  private static final List<String> STATEMENTS =
      List.of(TOPICS.hidden(), TOPICS.relationships(), TOPICS.credentials());
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final String brokers;

  GoldenOutput(String brokers) {
    this.brokers = brokers;
  }

  /** All that was put out and committed, one line each: topic, id, digest; sorted. */
  List<String> told() throws Exception {
    List<String> lines = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : committed(TOPICS.logs())) {
      lines.add(line(record));
    }
    return lines.stream().sorted().toList();
  }

  /**
   * What holds in the end by the compacted topics, one line for each key. What was told on the way
   * there depends on the steps in which event time went, and so does when a chain is sealed.
   */
  List<String> latest() throws Exception {
    Map<String, String> lines = new TreeMap<>();
    for (ConsumerRecord<byte[], byte[]> record : committed(STATEMENTS)) {
      lines.put(record.topic() + new String(record.key(), UTF_8), line(record));
    }
    return lines.values().stream().sorted().toList();
  }

  private static String line(ConsumerRecord<byte[], byte[]> record) throws Exception {
    return "%s %s %s".formatted(record.topic(), id(record), GoldenSavepoint.digest(record.value()));
  }

  /** The anomalies that were put out and committed. */
  List<JsonNode> anomalies() throws Exception {
    List<JsonNode> read = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : committed(List.of(TOPICS.anomalies()))) {
      read.add(MAPPER.readTree(record.value()));
    }
    return read;
  }

  private List<ConsumerRecord<byte[], byte[]>> committed(List<String> topics) {
    List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
    try (CommittedTopic topic = CommittedTopic.open(brokers, topics, new Properties(), "")) {
      List<ConsumerRecord<byte[], byte[]>> next = topic.next();
      while (!next.isEmpty()) {
        all.addAll(next);
        next = topic.next();
      }
    }
    return all;
  }

  private static String id(ConsumerRecord<byte[], byte[]> record) throws Exception {
    JsonNode id = MAPPER.readTree(record.value()).path("id");
    return id.isTextual()
        ? id.textValue()
        : record.key() == null ? "-" : new String(record.key(), UTF_8).replaceAll("\\s", "_");
  }
}
