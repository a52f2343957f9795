package io.driftline.drift;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import java.util.Map;
import java.util.TreeMap;

/**
 * The drifts that were raised and are not accepted yet, and from which day on each dimension's days
 * may serve as reference. A drift is raised once; when it is accepted, or after a while, the days
 * since are the new reference.
 */
final class OpenDrifts {

  private final TreeMap<DriftTopic, Long> raised = new TreeMap<>();
  private final TreeMap<DriftDimension, Long> referenceFrom = new TreeMap<>();

  boolean isOpen(DriftTopic topic) {
    return raised.containsKey(topic);
  }

  void raise(DriftTopic topic, long day) {
    raised.put(topic, day);
  }

  /** First day that may serve as reference; {@link Long#MIN_VALUE} if all may. */
  long referenceFrom(DriftDimension dimension) {
    return referenceFrom.getOrDefault(dimension, Long.MIN_VALUE);
  }

  /** Accepts what was raised long enough ago. */
  void acceptDue(long day, DriftSettings settings) {
    raised.entrySet().stream()
        .filter(open -> open.getValue() + settings.acceptAfterDays() <= day)
        .map(Map.Entry::getKey)
        .toList()
        .forEach(topic -> accept(topic, day, settings));
  }

  /**
   * From now on what the agent does in the recent window is usual.
   *
   * @return whether such a drift was open
   */
  boolean accept(DriftTopic topic, long day, DriftSettings settings) {
    if (raised.remove(topic) == null) {
      return false;
    }
    if (topic.kind() != DriftKind.GROWTH) {
      referenceFrom.put(topic.dimension(), day - settings.recentDays() + 1);
    }
    return true;
  }

  void write(StateWriter out) {
    out.writeInt(raised.size());
    raised.forEach(
        (topic, day) ->
            out.writeByte(topic.kind().ordinal())
                .writeByte(topic.dimension().ordinal())
                .writeLong(day));
    out.writeInt(referenceFrom.size());
    referenceFrom.forEach((dimension, day) -> out.writeByte(dimension.ordinal()).writeLong(day));
  }

  static OpenDrifts read(StateReader in) {
    OpenDrifts read = new OpenDrifts();
    for (int left = in.readCount(10); left > 0; left--) {
      DriftKind kind = kind(in.readByte());
      read.raised.put(new DriftTopic(kind, dimension(in.readByte())), in.readLong());
    }
    for (int left = in.readCount(9); left > 0; left--) {
      read.referenceFrom.put(dimension(in.readByte()), in.readLong());
    }
    return read;
  }

  private static DriftKind kind(int ordinal) {
    return StoredConstants.at(DriftKind.values(), ordinal);
  }

  private static DriftDimension dimension(int ordinal) {
    return StoredConstants.at(DriftDimension.values(), ordinal);
  }
}
