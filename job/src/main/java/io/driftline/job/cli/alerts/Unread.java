package io.driftline.job.cli.alerts;

import io.driftline.explain.PlainText;
import java.io.PrintWriter;
import java.io.Writer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Counts records that could not be read; the first few are told as they come. */
final class Unread {

  /** Why a record in the other format is not read. */
  static final String OCSF = "is in OCSF";

  private static final int TOLD = 3;

  private final PrintWriter err;
  private long count;
  private long ocsf;

  /**
   * @param err told of them
   */
  Unread(PrintWriter err) {
    this.err = err;
  }

  /** Tells nobody. */
  static Unread silently() {
    return new Unread(new PrintWriter(Writer.nullWriter()));
  }

  /**
   * Notes one.
   *
   * @param why what is wrong with it
   */
  void add(ConsumerRecord<?, ?> record, String why) {
    if (why.equals(OCSF)) {
      addOcsf(record.topic());
    } else if (++count <= TOLD) {
      warn(
          "%s, partition %d, offset %d is passed over: it %s"
              .formatted(record.topic(), record.partition(), record.offset(), why));
    }
  }

  /** Says how many there were, if there were any. */
  void total() {
    if (count > 0) {
      warn(count + (count == 1 ? " record" : " records") + " passed over, not understood");
    }
    if (ocsf > 0) {
      warn(ocsf + (ocsf == 1 ? " record" : " records") + " passed over, in OCSF");
    }
  }

  private void addOcsf(String topic) {
    if (++ocsf == 1) {
      warn(
          ("topic %s holds records in OCSF, which are passed over: this command reads what the job"
                  + " writes with driftline.output.format NATIVE")
              .formatted(topic));
    }
  }

  private void warn(String text) {
    err.println("warning: " + PlainText.neutral(text));
  }
}
