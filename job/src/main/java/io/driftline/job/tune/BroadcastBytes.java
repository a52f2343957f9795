package io.driftline.job.tune;

import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.OperatorStateBackend;

/** One stored form that every subtask knows, in broadcast state. */
final class BroadcastBytes {

  private static final String KEY = "all";

  private final BroadcastState<String, byte[]> stored;

  private BroadcastBytes(BroadcastState<String, byte[]> stored) {
    this.stored = stored;
  }

  static BroadcastBytes open(OperatorStateBackend backend, String name) throws Exception {
    return new BroadcastBytes(
        backend.getBroadcastState(
            new MapStateDescriptor<>(
                name, Types.STRING, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO)));
  }

  /** What was put last; {@code null} if nothing was. */
  byte[] get() throws Exception {
    return stored.get(KEY);
  }

  void put(byte[] bytes) throws Exception {
    stored.put(KEY, bytes);
  }
}
