package io.driftline.job.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.OperatorStateBackend;

/**
 * Broadcast versions with their stored form: the bytes are in broadcast state, so that a restored
 * job goes on with the versions it had; what they say is decoded once, in memory.
 *
 * @param <T> what the bytes decode to
 */
public final class VersionedBroadcast<T> {

  private final BroadcastState<String, byte[]> stored;
  private final Function<byte[], T> decode;
  private final Versions<T> versions = new Versions<>();

  private VersionedBroadcast(BroadcastState<String, byte[]> stored, Function<byte[], T> decode) {
    this.stored = stored;
    this.decode = decode;
  }

  /**
   * Opens the state called {@code name} and decodes what it holds.
   *
   * @param decode gives {@code null} for what another release wrote and this one cannot use: it is
   *     dropped, as if it had never come
   */
  public static <T> VersionedBroadcast<T> restore(
      OperatorStateBackend backend, String name, Function<byte[], T> decode) throws Exception {
    VersionedBroadcast<T> broadcast =
        new VersionedBroadcast<>(
            backend.getBroadcastState(
                new MapStateDescriptor<>(
                    name, Types.STRING, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO)),
            decode);
    List<String> unusable = new ArrayList<>();
    for (Map.Entry<String, byte[]> entry : broadcast.stored.entries()) {
      if (!broadcast.remember(CohortVersion.ofKey(entry.getKey(), entry.getValue()))) {
        unusable.add(entry.getKey());
      }
    }
    for (String key : unusable) {
      broadcast.stored.remove(key);
    }
    return broadcast;
  }

  /** Takes in a version and drops those that {@code watermark} has overtaken. */
  public void put(CohortVersion version, long watermark) throws Exception {
    if (!remember(version)) {
      return;
    }
    stored.put(version.key(), version.bytes());
    versions.forgetBefore(
        version.cohort(),
        watermark,
        (cohort, holdsFrom) -> stored.remove(CohortVersion.key(cohort, holdsFrom)));
  }

  /** The version for an element of that time; {@code otherwise} if there is none yet. */
  public T forElement(Ordering ordering, String cohort, long time, T otherwise) {
    return ordering == Ordering.EVENT_TIME
        ? versions.at(cohort, time, otherwise)
        : versions.newest(cohort, otherwise);
  }

  /** How many cohorts have a version; may be asked from another thread. */
  public int cohorts() {
    return versions.cohorts();
  }

  private boolean remember(CohortVersion version) {
    T decoded = decode.apply(version.bytes());
    if (decoded == null) {
      return false;
    }
    versions.put(version.cohort(), version.holdsFrom(), decoded);
    return true;
  }
}
