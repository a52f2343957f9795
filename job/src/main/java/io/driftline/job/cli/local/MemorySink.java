package io.driftline.job.cli.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Collects the results of a bounded job that runs in this very JVM. Not for clusters, and at least
 * once: a job that restarts delivers again.
 *
 * @param <T> result
 */
public final class MemorySink<T> implements Sink<T>, AutoCloseable {

  private static final long serialVersionUID = 1L;
  private static final Map<String, Queue<Object>> COLLECTED = new ConcurrentHashMap<>();

  private final String id = UUID.randomUUID().toString();

  /** A sink with nothing collected yet; close it to let go of what it collects. */
  public MemorySink() {
    COLLECTED.put(id, new ConcurrentLinkedQueue<>());
  }

  /** What was collected so far, in no particular order. */
  @SuppressWarnings("unchecked") // only this sink's writer adds to its queue
  public List<T> results() {
    return new ArrayList<>((Queue<T>) COLLECTED.get(id));
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) {
    return new Writer<>(COLLECTED.get(id));
  }

  @Override
  public void close() {
    COLLECTED.remove(id);
  }

  private record Writer<T>(Queue<Object> queue) implements SinkWriter<T> {
    @Override
    public void write(T element, Context context) {
      queue.add(element);
    }

    @Override
    public void flush(boolean endOfInput) {
      // Nothing is held back.
    }

    @Override
    public void close() {
      // The queue outlives the writer: results are read after the job.
    }
  }
}
