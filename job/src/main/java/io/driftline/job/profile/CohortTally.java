package io.driftline.job.profile;

import io.driftline.baseline.CohortCounts;
import io.driftline.baseline.CohortCounts.Key;
import io.driftline.baseline.Dimension;
import io.driftline.baseline.Hash64;
import io.driftline.baseline.Observation;
import io.driftline.baseline.Visit;
import io.driftline.feature.Sensitivity;
import io.driftline.job.identify.IdentifiedAction;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Counts for the cohorts within each subtask before anything is sent: there are few cohorts, so
 * sending every action to its cohort would drown one subtask.
 *
 * <p>Keeps no bucket that the watermark has closed and nothing over a barrier, and is bounded in
 * between.
 */
public final class CohortTally extends AbstractStreamOperator<CohortDelta>
    implements OneInputStreamOperator<IdentifiedAction, CohortDelta> {

  private static final long serialVersionUID = 1L;
  private static final int MOST_KEYS = 50_000;

  /** For these an explanation can say how many peers use the value. */
  private static final Set<Dimension> PEERS_COUNTED =
      EnumSet.of(Dimension.SYSTEM, Dimension.PERMISSION, Dimension.ACTION, Dimension.SCOPE);

  private final long bucketMillis;
  private transient Map<Bucket, Map<Key, int[]>> tallies;
  private transient int keys;

  public CohortTally(long bucketMillis) {
    this.bucketMillis = bucketMillis;
  }

  private record Bucket(String cohort, long start) {}

  @Override
  public void open() throws Exception {
    super.open();
    tallies = new HashMap<>();
  }

  @Override
  public void processElement(StreamRecord<IdentifiedAction> record) {
    IdentifiedAction in = record.getValue();
    long start = Math.floorDiv(record.getTimestamp(), bucketMillis) * bucketMillis;
    count(in, tallies.computeIfAbsent(new Bucket(in.cohort(), start), key -> new HashMap<>()));
    if (keys >= MOST_KEYS) {
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

  private void count(IdentifiedAction in, Map<Key, int[]> tally) {
    long agent = Hash64.of(in.action().agentId());
    Visit visit =
        (dimension, context, value, label) -> {
          add(tally, new Key(dimension, context, value));
          if (PEERS_COUNTED.contains(dimension)) {
            add(tally, new Key(Dimension.PEER, CohortCounts.peerContext(dimension, value), agent));
          }
        };
    Observation seen = Observation.of(in.action(), in.session());
    seen.values(visit);
    seen.coOccurrences(visit);
    add(tally, new Key(Dimension.PEER, CohortCounts.ALL_PEERS, agent));
    if (Sensitivity.of(in.action()) > 0) {
      seen.resourceCoOccurrences(visit);
      add(tally, new Key(Dimension.DAY, CohortCounts.ALL_DAYS, seen.day()));
      add(tally, new Key(Dimension.DAY, seen.thingKey(), seen.day()));
    }
  }

  private void add(Map<Key, int[]> tally, Key key) {
    int[] count = tally.get(key);
    if (count == null) {
      tally.put(key, new int[] {1});
      keys++;
    } else {
      count[0]++;
    }
  }

  /** Behind this watermark the cohort's own stage closes these buckets, so it needs them before. */
  private void flushClosedBy(long watermark) {
    tallies
        .entrySet()
        .removeIf(
            entry -> {
              boolean closed = entry.getKey().start() + bucketMillis - 1 <= watermark;
              if (closed) {
                send(entry.getKey(), entry.getValue());
              }
              return closed;
            });
  }

  private void flush() {
    tallies.forEach(this::send);
    tallies.clear();
  }

  private void send(Bucket bucket, Map<Key, int[]> tally) {
    keys -= tally.size();
    output.collect(
        new StreamRecord<>(CohortDelta.of(bucket.cohort(), bucket.start(), tally), bucket.start()));
  }
}
