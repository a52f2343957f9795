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
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * All that a job has committed, topic by topic. Of compacted topics that is the last record of each
 * key: how often they are told on the way there depends on how event time advances, and compaction
 * leaves no more to rely on.
 *
 * @param records by the name of the topic after the prefix; each list is sorted
 * @param late actions that, by the audit trail, event time had passed when they came: they were not
 *     handled in their turn, so that what follows of their agent differs
 */
record CommittedOutput(Map<String, List<OutputRecord>> records, long late) {

  static final String DEAD_LETTERS = "dead-letter";

  /** Within a text its quotes would be escaped. */
  private static final String LATE = "\"late\":true";

  /** Reads every output topic to its end. */
  static CommittedOutput read(String bootstrapServers, OutputTopics topics) throws Exception {
    Map<String, List<OutputRecord>> all = new TreeMap<>();
    long[] late = {0};
    for (String topic : topics.logs()) {
      List<OutputRecord> records = new ArrayList<>();
      String kind = kind(topic, topics);
      Identity identity = new Identity();
      read(
          bootstrapServers,
          topic,
          record -> {
            records.add(identity.of(kind, record.value()));
            late[0] += isLate(topic, topics, record.value()) ? 1 : 0;
          });
      all.put(kind, sorted(records));
    }
    for (String topic : topics.compacted()) {
      Map<String, OutputRecord> last = new HashMap<>();
      String kind = kind(topic, topics);
      Identity identity = new Identity();
      read(
          bootstrapServers,
          topic,
          record ->
              last.put(
                  new String(record.key(), StandardCharsets.UTF_8),
                  identity.of(kind, record.value())));
      all.put(kind, sorted(last.values()));
    }
    return new CommittedOutput(all, late[0]);
  }

  private interface Reader {
    void accept(ConsumerRecord<byte[], byte[]> record) throws IOException;
  }

  private static void read(String bootstrapServers, String topic, Reader reader)
      throws IOException {
    try (CommittedTopic committed =
        CommittedTopic.open(bootstrapServers, topic, new Properties(), "")) {
      for (List<ConsumerRecord<byte[], byte[]>> read = committed.next();
          !read.isEmpty();
          read = committed.next()) {
        for (ConsumerRecord<byte[], byte[]> record : read) {
          reader.accept(record);
        }
      }
    }
  }

  private static boolean isLate(String topic, OutputTopics topics, byte[] value) {
    return topic.equals(topics.audit()) && new String(value, StandardCharsets.UTF_8).contains(LATE);
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
