package io.driftline.job.incident;

import io.driftline.incident.Signal;
import io.driftline.incident.Suppressions;
import io.driftline.incident.SuppressionsCodec;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.OperatorStateBackend;

/**
 * The suppressions that every subtask knows, with their stored form in broadcast state. They count
 * from when they arrive; which {@link Signal} one hides depends on the signal's own time alone.
 */
final class BroadcastSuppressions {

  private static final String KEY = "all";

  private final BroadcastState<String, byte[]> stored;
  private Suppressions current;

  private BroadcastSuppressions(BroadcastState<String, byte[]> stored) throws Exception {
    this.stored = stored;
    byte[] bytes = stored.get(KEY);
    current = bytes == null ? Suppressions.NONE : SuppressionsCodec.decode(bytes);
  }

  /** Opens the state and decodes what it holds. */
  static BroadcastSuppressions restore(OperatorStateBackend backend) throws Exception {
    return new BroadcastSuppressions(
        backend.getBroadcastState(
            new MapStateDescriptor<>(
                "suppressions",
                Types.STRING,
                PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO)));
  }

  /** Takes in a change, and drops what {@code watermark} has overtaken. */
  void take(SuppressionChange change, long watermark) throws Exception {
    Suppressions changed =
        change.suppression() == null
            ? current.without(change.id())
            : current.with(change.suppression());
    current = changed.after(watermark);
    stored.put(KEY, SuppressionsCodec.encode(current));
  }

  Suppressions current() {
    return current;
  }
}
