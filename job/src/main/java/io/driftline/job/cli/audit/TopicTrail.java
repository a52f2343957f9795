package io.driftline.job.cli.audit;

import io.driftline.job.cli.CommittedTopic;
import io.driftline.job.ingest.SourcePosition;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A topic, as far as it was committed when it was opened. */
record TopicTrail(CommittedTopic topic) implements Trail {

  @Override
  public List<Entry> next() {
    return topic.next().stream().map(TopicTrail::entry).toList();
  }

  @Override
  public void close() {
    topic.close();
  }

  private static Entry entry(ConsumerRecord<byte[], byte[]> record) {
    byte[] bytes = record.value() == null ? new byte[0] : record.value();
    return new Entry(
        bytes, SourcePosition.inTopic(record.topic(), record.partition(), record.offset()));
  }
}
