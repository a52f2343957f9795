package io.driftline.job.cli.backtest;

import io.driftline.job.detect.JudgedAction;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Keeps the scores of a bounded job that runs in this very JVM and does not restart. Each subtask
 * fills its own columns.
 */
final class ScoreLogSink implements Sink<JudgedAction>, AutoCloseable {

  private static final long serialVersionUID = 1L;
  private static final Map<String, Store> STORES = new ConcurrentHashMap<>();

  private final String id = UUID.randomUUID().toString();

  ScoreLogSink(ActionTruth truth, int width) {
    STORES.put(id, new Store(truth, width, new CopyOnWriteArrayList<>(), new LongAdder()));
  }

  private record Store(ActionTruth truth, int width, List<ScoreColumns> parts, LongAdder count) {}

  /** What was collected; to be called when the job has ended. */
  ScoreLog log() {
    return ScoreLog.of(STORES.get(id).parts());
  }

  /** How many actions have been scored so far. */
  long count() {
    return STORES.get(id).count().sum();
  }

  @Override
  public SinkWriter<JudgedAction> createWriter(WriterInitContext context) {
    Store store = STORES.get(id);
    ScoreColumns columns = new ScoreColumns(store.truth(), store.width());
    store.parts().add(columns);
    return new Writer(columns, store.count());
  }

  @Override
  public void close() {
    STORES.remove(id);
  }

  private record Writer(ScoreColumns columns, LongAdder count) implements SinkWriter<JudgedAction> {
    @Override
    public void write(JudgedAction judged, Context context) {
      columns.add(judged);
      count.increment();
    }

    @Override
    public void flush(boolean endOfInput) {
      // Nothing is held back.
    }

    @Override
    public void close() {
      // The columns outlive the writer: they are read after the job.
    }
  }
}
