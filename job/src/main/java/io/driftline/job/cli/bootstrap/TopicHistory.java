package io.driftline.job.cli.bootstrap;

import io.driftline.job.cli.CommittedTopic;
import io.driftline.job.cli.local.FileRun;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What was published to topics in a span of time, by the timestamps of the records, as a file. */
final class TopicHistory implements AutoCloseable {

  private final Path folder;
  private final Map<String, OutputStream> partitions = new TreeMap<>();

  private TopicHistory(Path folder) {
    this.folder = folder;
  }

  /**
   * Reads it.
   *
   * @param from first instant; {@code null} for all there is
   * @param to first instant that is left out; {@code null} for the end the topics have now
   * @param folder for files that the caller deletes
   * @return one file, in order of event time as far as each partition is
   */
  static Path read(
      String brokers,
      Collection<String> topics,
      Properties client,
      Instant from,
      Instant to,
      Path folder)
      throws IOException {
    try (CommittedTopic topic = CommittedTopic.open(brokers, topics, client, "--topic TOPIC");
        TopicHistory history = new TopicHistory(folder)) {
      if (from != null) {
        topic.skipTo(from);
      }
      for (List<ConsumerRecord<byte[], byte[]>> next = topic.next();
          !next.isEmpty();
          next = topic.next()) {
        for (ConsumerRecord<byte[], byte[]> record : next) {
          history.write(record, from, to);
        }
      }
    }
    try (var files = Files.list(folder)) {
      return FileRun.merged(files.sorted().toList(), folder);
    }
  }

  private void write(ConsumerRecord<byte[], byte[]> record, Instant from, Instant to)
      throws IOException {
    boolean early = from != null && record.timestamp() < from.toEpochMilli();
    boolean late = to != null && record.timestamp() >= to.toEpochMilli();
    if (early || late || record.value() == null) {
      return;
    }
    OutputStream out = partition(record.topic() + "-" + record.partition());
    out.write(oneLine(record.value()));
    out.write('\n');
  }

  private OutputStream partition(String name) throws IOException {
    OutputStream out = partitions.get(name);
    if (out == null) {
      out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(name + ".jsonl")));
      partitions.put(name, out);
    }
    return out;
  }

  /** In JSON a line break stands between tokens only, where a space means the same. */
  private static byte[] oneLine(byte[] value) {
    byte[] line = value.clone();
    for (int i = 0; i < line.length; i++) {
      if (line[i] == '\n' || line[i] == '\r') {
        line[i] = ' ';
      }
    }
    return line;
  }

  @Override
  public void close() throws IOException {
    for (OutputStream each : new ArrayList<>(partitions.values())) {
      each.close();
    }
  }
}
