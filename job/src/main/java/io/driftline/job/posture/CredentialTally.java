package io.driftline.job.posture;

import io.driftline.job.identify.IdentifiedAction;
import io.driftline.posture.CredentialUse;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Counts uses of credentials within each subtask, minute by minute, before anything is sent: most
 * agents use one credential for everything they do.
 *
 * <p>Keeps no minute that the watermark has closed and nothing over a barrier, and is bounded in
 * between.
 */
public final class CredentialTally extends AbstractStreamOperator<CredentialUse>
    implements OneInputStreamOperator<IdentifiedAction, CredentialUse> {

  private static final long serialVersionUID = 1L;
  private static final int MOST_KEYS = 20_000;

  private transient Map<Key, CredentialUse> uses;

  private record Key(String agentId, String credential, long end) {}

  @Override
  public void open() throws Exception {
    super.open();
    uses = new HashMap<>();
  }

  @Override
  public void processElement(StreamRecord<IdentifiedAction> record) {
    CredentialUse use = CredentialUse.of(record.getValue().action());
    if (use == null) {
      return;
    }
    uses.merge(new Key(use.agentId(), use.credential(), use.end()), use, CredentialUse::and);
    if (uses.size() >= MOST_KEYS) {
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

  /** Behind this watermark these minutes are judged, so they are needed before. */
  private void flushClosedBy(long watermark) {
    send(uses.values().stream().filter(use -> use.end() - 1 <= watermark));
    uses.values().removeIf(use -> use.end() - 1 <= watermark);
  }

  private void flush() {
    send(uses.values().stream());
    uses.clear();
  }

  /** In order of time: where too much waits behind, what was earliest is judged first. */
  private void send(Stream<CredentialUse> due) {
    due.sorted(Comparator.comparingLong(CredentialUse::last))
        .forEach(use -> output.collect(new StreamRecord<>(use, use.last())));
  }
}
