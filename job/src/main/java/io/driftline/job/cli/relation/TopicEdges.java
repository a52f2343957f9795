package io.driftline.job.cli.relation;

import io.driftline.job.cli.CommandFailure;
import io.driftline.job.cli.CommittedTopic;
import io.driftline.relation.Edge;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The edges in a topic of relationships: the latest record of each. */
final class TopicEdges {

  private TopicEdges() {}

  /**
   * Reads the topic to its end.
   *
   * @throws CommandFailure if a record is no relationship
   */
  static Collection<Edge> read(CommittedTopic topic) {
    Map<String, Edge> latest = new TreeMap<>();
    for (var batch = topic.next(); !batch.isEmpty(); batch = topic.next()) {
      for (ConsumerRecord<byte[], byte[]> record : batch) {
        Edge edge = edge(record);
        latest.put(edge.key(), edge);
      }
    }
    return latest.values();
  }

  private static Edge edge(ConsumerRecord<byte[], byte[]> record) {
    try {
      return EdgeReader.read(record.value());
    } catch (IOException e) {
      throw new CommandFailure(
          "topic %s, partition %d, offset %d: %s"
              .formatted(record.topic(), record.partition(), record.offset(), e.getMessage()),
          "is it the topic of relationships?",
          e);
    }
  }
}
