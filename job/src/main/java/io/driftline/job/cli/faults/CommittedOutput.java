package io.driftline.job.cli.faults;

import io.driftline.job.cli.CommittedTopic;
import io.driftline.job.config.OutputTopics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * All that a job has committed, topic by topic. Of compacted topics that is the last record of each
 * key: how often they are told on the way there depends on how event time advances, and compaction
 * leaves no more to rely on.
 *
 * @param records by the name of the topic after the prefix; each list is sorted
 */
record CommittedOutput(Map<String, List<OutputRecord>> records) {

  static final String DEAD_LETTERS = "dead-letter";

  /** Reads every output topic to its end. */
  static CommittedOutput read(String bootstrapServers, OutputTopics topics) throws Exception {
    Map<String, List<OutputRecord>> all = new TreeMap<>();
    for (String topic : topics.logs()) {
      List<OutputRecord> records = new ArrayList<>();
      String kind = kind(topic, topics);
      read(bootstrapServers, topic, kind, (key, record) -> records.add(record));
      all.put(kind, sorted(records));
    }
    for (String topic : topics.compacted()) {
      Map<String, OutputRecord> last = new HashMap<>();
      String kind = kind(topic, topics);
      read(bootstrapServers, topic, kind, last::put);
      all.put(kind, sorted(last.values()));
    }
    return new CommittedOutput(all);
  }

  private static void read(
      String bootstrapServers, String topic, String kind, BiConsumer<String, OutputRecord> each)
      throws IOException {
    Identity identity = new Identity();
    try (CommittedTopic committed =
        CommittedTopic.open(bootstrapServers, topic, new Properties(), "")) {
      for (List<ConsumerRecord<byte[], byte[]>> read = committed.next();
          !read.isEmpty();
          read = committed.next()) {
        for (ConsumerRecord<byte[], byte[]> record : read) {
          byte[] key = record.key();
          each.accept(
              key == null ? null : new String(key, StandardCharsets.UTF_8),
              identity.of(kind, record.value()));
        }
      }
    }
  }

  private static String kind(String topic, OutputTopics topics) {
    return topic.substring(topics.prefix().length() + 1);
  }

  private static List<OutputRecord> sorted(Collection<OutputRecord> records) {
    return records.stream().sorted().toList();
  }

  /** How many records there are of each kind. */
  Map<String, Integer> counts() {
    Map<String, Integer> counts = new TreeMap<>();
    records.forEach((kind, list) -> counts.put(kind, list.size()));
    return counts;
  }

  /** What differs from {@code expected}, dead letters apart: they say where a record was read. */
  Map<String, Difference> differences(CommittedOutput expected) {
    Map<String, Difference> differences = new TreeMap<>();
    records.forEach(
        (kind, list) -> {
          if (!kind.equals(DEAD_LETTERS)) {
            differences.put(kind, Difference.between(expected.records.get(kind), list));
          }
        });
    return differences;
  }

  /** How many different dead letters there are, and how many in all. */
  long[] deadLetters() {
    List<OutputRecord> letters = records.get(DEAD_LETTERS);
    return new long[] {
      letters.stream().mapToLong(OutputRecord::identity).distinct().count(), letters.size()
    };
  }
}
