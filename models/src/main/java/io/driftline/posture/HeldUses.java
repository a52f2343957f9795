package io.driftline.posture;

import static io.driftline.posture.StoredParts.required;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What seemed wrong when it arrived, and waits until all that concerns it should be known. */
final class HeldUses {

  /** Most kept; beyond that nothing waits. */
  static final int MOST = 256;

  private record Key(PostureRule rule, FindingSubject subject) {}

  private final Map<Key, HeldUse> held = new LinkedHashMap<>();

  /** Holds a use back; {@code false} if there is no room. */
  boolean hold(HeldUse use) {
    Key key = new Key(use.rule(), use.subject());
    HeldUse before = held.get(key);
    if (before == null && held.size() == MOST) {
      return false;
    }
    held.put(key, before == null ? use : before.and(use.first(), use.firstId()));
    return true;
  }

  /** Whether such a use of that time, or a later one, is held. */
  boolean holds(HeldUse use) {
    HeldUse before = held.get(new Key(use.rule(), use.subject()));
    return before != null && before.last() >= use.last();
  }

  /** Takes out those of which the first lies not after a time. */
  List<HeldUse> takeUntil(long time) {
    List<HeldUse> due = held.values().stream().filter(each -> each.first() <= time).toList();
    held.values().removeAll(due);
    return due;
  }

  /** When the next is to be judged again; {@link PostureView#NEVER} if none is held. */
  long nextDue() {
    return held.values().stream().mapToLong(HeldUse::first).min().orElse(PostureView.NEVER);
  }

  void write(StateWriter out) {
    out.writeInt(held.size());
    for (HeldUse each : held.values()) {
      out.writeString(each.rule().id());
      SubjectLayout.write(out, each.subject());
      out.writeLong(each.first()).writeString(each.firstId());
      out.writeLong(each.last()).writeString(each.lastId()).writeLong(each.count());
    }
  }

  static HeldUses read(StateReader in) {
    HeldUses read = new HeldUses();
    for (int left = in.readCount(3 * Long.BYTES); left > 0; left--) {
      HeldUse use = readUse(in);
      read.held.put(new Key(use.rule(), use.subject()), use);
    }
    return read;
  }

  private static HeldUse readUse(StateReader in) {
    return new HeldUse(
        required(PostureRule.ofId(in.readString())),
        SubjectLayout.read(in),
        in.readLong(),
        required(in.readString()),
        in.readLong(),
        required(in.readString()),
        in.readLong());
  }
}
