package io.driftline.job.profile;

import io.driftline.baseline.CohortCounts;
import io.driftline.baseline.Dimension;
import io.driftline.baseline.Hash64;
import io.driftline.baseline.KeyCounts;
import io.driftline.baseline.Observation;
import io.driftline.baseline.Visit;
import io.driftline.feature.Sensitivity;
import io.driftline.feature.SensitivityTable;
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
  private static final int MOST_KEYS = 20_000;

  /** For these an explanation can say how many peers use the value. */
  private static final Set<Dimension> PEERS_COUNTED =
      EnumSet.of(Dimension.SYSTEM, Dimension.PERMISSION, Dimension.ACTION, Dimension.SCOPE);

  private final long bucketMillis;
  private final SensitivityTable sensitivityTable;
  private transient Sensitivity sensitivity;
  private transient Map<Bucket, KeyCounts> tallies;
  private transient SentPeers sentPeers;
  private transient int keys;

  public CohortTally(long bucketMillis, SensitivityTable sensitivity) {
    this.bucketMillis = bucketMillis;
    this.sensitivityTable = sensitivity;
  }

  private record Bucket(String cohort, long start) {}

  @Override
  public void open() throws Exception {
    super.open();
    sensitivity = new Sensitivity(sensitivityTable);
    tallies = new HashMap<>();
    sentPeers = new SentPeers();
  }

  @Override
  public void processElement(StreamRecord<IdentifiedAction> record) {
    IdentifiedAction in = record.getValue();
    long start = Math.floorDiv(record.getTimestamp(), bucketMillis) * bucketMillis;
    Bucket bucket = new Bucket(in.cohort(), start);
    count(in, bucket, tallies.computeIfAbsent(bucket, key -> new KeyCounts()));
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

  private void count(IdentifiedAction in, Bucket bucket, KeyCounts tally) {
    long agent = Hash64.of(in.action().agentId());
    Visit visit =
        (dimension, context, value, label) -> {
          add(tally, dimension, context, value);
          if (PEERS_COUNTED.contains(dimension)) {
            note(tally, bucket, CohortCounts.peerContext(dimension, value), agent);
          }
        };
    Observation seen = Observation.of(in.action(), in.session());
    seen.values(visit);
    seen.coOccurrences(visit);
    note(tally, bucket, CohortCounts.ALL_PEERS, agent);
    if (sensitivity.of(in.action()) > 0) {
      seen.resourceCoOccurrences(visit);
      add(tally, Dimension.DAY, CohortCounts.ALL_DAYS, seen.day());
      add(tally, Dimension.DAY, seen.thingKey(), seen.day());
    }
  }

  private void note(KeyCounts tally, Bucket bucket, long context, long agent) {
    if (sentPeers.isDue(bucket.cohort(), context, agent, bucket.start())) {
      add(tally, Dimension.PEER, context, agent);
    }
  }

  private void add(KeyCounts tally, Dimension dimension, long context, long value) {
    keys += tally.add(dimension, context, value, 1) ? 1 : 0;
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

  private void send(Bucket bucket, KeyCounts tally) {
    keys -= tally.size();
    output.collect(
        new StreamRecord<>(CohortDelta.of(bucket.cohort(), bucket.start(), tally), bucket.start()));
  }
}
