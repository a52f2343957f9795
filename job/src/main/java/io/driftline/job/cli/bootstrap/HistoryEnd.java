package io.driftline.job.cli.bootstrap;

import io.driftline.job.ingest.Decoded;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Knows when all history has passed, and then moves event time to its end and not beyond: all of it
 * is learnt, while whatever is to happen some time after it is left to the job that goes on. For
 * jobs that run in this very JVM, which learns from it how far they are.
 */
final class HistoryEnd extends AbstractStreamOperator<Decoded>
    implements OneInputStreamOperator<Decoded, Decoded> {

  private static final long serialVersionUID = 1L;
  private static final Map<String, AtomicLong> PASSED = new ConcurrentHashMap<>();

  private final String id = UUID.randomUUID().toString();
  private final long records;
  private final long end;
  private transient long seen;
  private transient boolean isOver;

  HistoryEnd(HistorySpan span) {
    this.records = span.records();
    this.end = span.last();
    PASSED.put(id, new AtomicLong());
  }

  /** How many records have passed; the last one counts once its time has been told. */
  long passed() {
    return PASSED.get(id).get();
  }

  /** Lets go of the count. */
  void forget() {
    PASSED.remove(id);
  }

  @Override
  public void processElement(StreamRecord<Decoded> record) {
    output.collect(record);
    seen++;
    if (seen == records) {
      isOver = true;
      output.emitWatermark(new Watermark(end));
    }
    PASSED.get(id).set(seen);
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    if (!isOver) {
      super.processWatermark(mark);
    }
  }
}
