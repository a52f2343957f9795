package io.driftline.job.train;

import io.driftline.baseline.Hash64;
import io.driftline.job.profile.ProfiledAction;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Draws the vectors of each cohort and time bucket whose event ids hash smallest. Every subtask
 * draws alone; merging their draws gives the draw of the whole, whatever the parallelism.
 *
 * <p>What was measured before anything was known of the cohort is left out: nothing can surprise
 * then, and a model of such rows would take all that follows for an anomaly.
 *
 * <p>Keeps no bucket that the watermark has closed and nothing over a barrier, and is bounded in
 * between.
 */
public final class SampleStage extends AbstractStreamOperator<SampledVector>
    implements OneInputStreamOperator<ProfiledAction, SampledVector> {

  private static final long serialVersionUID = 1L;
  private static final int MOST_BUCKETS = 256;

  private final long bucketMillis;
  private final int perBucket;
  private transient Map<Bucket, TreeMap<Long, SampledVector>> draws;

  public SampleStage(long bucketMillis, int perBucket) {
    this.bucketMillis = bucketMillis;
    this.perBucket = perBucket;
  }

  private record Bucket(String cohort, long end) {}

  @Override
  public void open() throws Exception {
    super.open();
    draws = new HashMap<>();
  }

  @Override
  public void processElement(StreamRecord<ProfiledAction> record) {
    ProfiledAction in = record.getValue();
    if (in.surroundings().peers() == 0) {
      return;
    }
    long end = (Math.floorDiv(record.getTimestamp(), bucketMillis) + 1) * bucketMillis;
    TreeMap<Long, SampledVector> draw =
        draws.computeIfAbsent(new Bucket(in.cohort(), end), key -> new TreeMap<>());
    long hash = Hash64.of(in.action().eventId());
    if (draw.size() < perBucket || hash < draw.lastKey()) {
      draw.put(
          hash, new SampledVector(in.cohort(), end, hash, record.getTimestamp(), in.features()));
      if (draw.size() > perBucket) {
        draw.pollLastEntry();
      }
    }
    if (draws.size() > MOST_BUCKETS) {
      flush();
    }
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    flushClosedBy(mark.getTimestamp());
    super.processWatermark(mark);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) {
    flush();
  }

  @Override
  public void finish() {
    flush();
  }

  /** Behind this watermark models are trained from these buckets, so their rows go before it. */
  private void flushClosedBy(long watermark) {
    draws
        .entrySet()
        .removeIf(
            entry -> {
              boolean closed = entry.getKey().end() - 1 <= watermark;
              if (closed) {
                send(entry.getValue());
              }
              return closed;
            });
  }

  private void flush() {
    draws.values().forEach(this::send);
    draws.clear();
  }

  private void send(TreeMap<Long, SampledVector> draw) {
    draw.values().forEach(vector -> output.collect(new StreamRecord<>(vector, vector.time())));
  }
}
