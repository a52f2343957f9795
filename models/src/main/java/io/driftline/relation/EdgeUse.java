package io.driftline.relation;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How an edge was used so far. */
final class EdgeUse {

  private final TreeMap<String, Long> lastUsed = new TreeMap<>();
  private long count;
  private long firstSeen = Long.MAX_VALUE;
  private long lastSeen = Long.MIN_VALUE;

  /** Whether it changed since it was told. */
  boolean changed;

  /**
   * Counts an action.
   *
   * @param permission {@code null} if none was stated
   * @param most how many permissions are kept; the one unused for longest goes first
   */
  void add(String permission, long time, int most) {
    count++;
    firstSeen = Math.min(firstSeen, time);
    lastSeen = Math.max(lastSeen, time);
    changed = true;
    if (permission != null) {
      lastUsed.merge(permission, time, Math::max);
      if (lastUsed.size() > most) {
        lastUsed.remove(longestUnused());
      }
    }
  }

  long lastSeen() {
    return lastSeen;
  }

  Edge edge(String agentId, Call call, String system, boolean isNew) {
    return new Edge(
        agentId,
        call.requester(),
        call.chain(),
        system,
        List.copyOf(lastUsed.keySet()),
        count,
        firstSeen,
        lastSeen,
        isNew);
  }

  private String longestUnused() {
    return lastUsed.entrySet().stream()
        .min(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .orElseThrow()
        .getKey();
  }

  void write(StateWriter out) {
    out.writeLong(count).writeLong(firstSeen).writeLong(lastSeen).writeByte(changed ? 1 : 0);
    out.writeInt(lastUsed.size());
    lastUsed.forEach((permission, time) -> out.writeString(permission).writeLong(time));
  }

  static EdgeUse read(StateReader in) {
    EdgeUse use = new EdgeUse();
    use.count = in.readLong();
    use.firstSeen = in.readLong();
    use.lastSeen = in.readLong();
    use.changed = in.readByte() != 0;
    for (int left = in.readCount(9); left > 0; left--) {
      use.lastUsed.put(EdgeLogCodec.required(in.readString()), in.readLong());
    }
    return use;
  }
}
