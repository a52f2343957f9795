package io.driftline.job.cli.alerts;

import io.driftline.job.cli.CommittedTopic;
import io.driftline.job.cli.CtrlC;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Prints records of topics, those that are there and those that come.
 *
 * @param reader passes over what cannot be read
 * @param filter which are printed
 * @param text how; with line feeds
 * @param out where to
 */
record AlertTail(
    AlertReader reader, AlertFilter filter, Function<AlertRecord, String> text, PrintWriter out) {

  private static final Duration TURN = Duration.ofMillis(200);

  /**
   * Prints on until the end, Ctrl-C, or until nobody reads any more.
   *
   * @param follow whether to go on after what was there when the topics were opened
   */
  void run(CommittedTopic topic, boolean follow, CtrlC ctrlC) {
    try {
      if (follow) {
        follow(topic, ctrlC);
      } else {
        readToEnd(topic);
      }
    } catch (InterruptException e) {
      if (!ctrlC.pressed()) {
        throw e;
      }
      // Or closing the client would be interrupted, too.
      boolean unused = Thread.interrupted();
    }
  }

  private void follow(CommittedTopic topic, CtrlC ctrlC) {
    while (!ctrlC.pressed() && !out.checkError()) {
      print(topic.await(TURN));
    }
  }

  private void readToEnd(CommittedTopic topic) {
    for (var batch = topic.next(); !batch.isEmpty() && !out.checkError(); batch = topic.next()) {
      print(batch);
    }
  }

  private void print(List<ConsumerRecord<byte[], byte[]>> batch) {
    for (AlertRecord record : reader.read(batch)) {
      if (filter.passes(record)) {
        out.print(text.apply(record));
      }
    }
    out.flush();
  }
}
