package io.driftline.posture;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import io.driftline.registry.Right;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What one agent used, and when last: the {@value #MOST} used most recently, so that what the
 * registry says late can still be held against them.
 */
final class UseLog {

  /** Most entries kept. */
  static final int MOST = 256;

  /** In order of use, the longest unused first. */
  private final LinkedHashMap<FindingSubject, LoggedUse> uses =
      new LinkedHashMap<>(16, 0.75f, true);

  /** Notes a use. */
  LoggedUse note(FindingSubject used, long time, String eventId) {
    LoggedUse entry = uses.get(used);
    if (entry == null) {
      entry = new LoggedUse(used);
      uses.put(used, entry);
      if (uses.size() > MOST) {
        uses.remove(uses.keySet().iterator().next());
      }
    }
    entry.note(time, eventId);
    return entry;
  }

  /** When something under a right was used last; {@link Long#MIN_VALUE} if never. */
  long lastUnder(Right right) {
    return uses.values().stream()
        .filter(each -> isUnder(right, each.used()))
        .mapToLong(LoggedUse::last)
        .max()
        .orElse(Long.MIN_VALUE);
  }

  /** Whether what was used is a permission under a right. */
  static boolean isUnder(Right right, FindingSubject used) {
    return used.permission() != null && right.covers(used.system(), used.permission());
  }

  /** The latest uses that lie at or after a time. */
  List<LoggedUse> since(long time) {
    return uses.values().stream().filter(each -> each.last() >= time).toList();
  }

  /** Nothing is known to be fine any more. */
  void doubtAll() {
    uses.values().forEach(LoggedUse::doubt);
  }

  int size() {
    return uses.size();
  }

  void write(StateWriter out) {
    out.writeInt(uses.size());
    for (LoggedUse each : uses.values()) {
      SubjectLayout.write(out, each.used());
      out.writeLong(each.last()).writeString(each.eventId());
    }
  }

  static UseLog read(StateReader in) {
    UseLog log = new UseLog();
    for (int left = in.readCount(Long.BYTES); left > 0; left--) {
      FindingSubject used = SubjectLayout.read(in);
      log.note(used, in.readLong(), StoredParts.required(in.readString()));
    }
    return log;
  }
}
