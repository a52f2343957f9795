package io.driftline.posture;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Uses of credentials that are not judged yet: the registry could still come to say something of
 * that time. What was used by whom in one minute is one use, however it comes in.
 */
final class PendingUses {

  /** Once there are more, some are to be taken out. */
  static final int MOST = 1024;

  private final Function<CredentialUse, String> key;
  private final TreeMap<Long, TreeMap<String, CredentialUse>> byEnd = new TreeMap<>();
  private int size;

  /**
   * @param key what sets uses in one minute apart
   */
  PendingUses(Function<CredentialUse, String> key) {
    this.key = key;
  }

  void add(CredentialUse use) {
    TreeMap<String, CredentialUse> minute =
        byEnd.computeIfAbsent(use.end(), absent -> new TreeMap<>());
    if (minute.merge(key.apply(use), use, CredentialUse::and) == use) {
      size++;
    }
  }

  /** Takes out the uses of all minutes that end by then, in order of time. */
  List<CredentialUse> take(long end) {
    List<CredentialUse> due = new ArrayList<>();
    while (!byEnd.isEmpty() && byEnd.firstKey() <= end) {
      TreeMap<String, CredentialUse> minute = byEnd.pollFirstEntry().getValue();
      size -= minute.size();
      due.addAll(inOrder(minute));
    }
    return due;
  }

  /** A stable sort: uses of the same time stay in order of their keys. */
  private static List<CredentialUse> inOrder(TreeMap<String, CredentialUse> minute) {
    return minute.values().stream().sorted(Comparator.comparingLong(CredentialUse::first)).toList();
  }

  /** Whether there are too many to let all of them wait. */
  boolean isFull() {
    return size > MOST;
  }

  /** The end of the earliest minute; there must be one. */
  long firstEnd() {
    return byEnd.firstKey();
  }

  boolean isEmpty() {
    return byEnd.isEmpty();
  }

  void write(StateWriter out) {
    out.writeInt(size);
    byEnd.values().forEach(minute -> minute.values().forEach(use -> use.write(out)));
  }

  void read(StateReader in) {
    for (int left = in.readCount(1); left > 0; left--) {
      add(CredentialUse.read(in));
    }
  }
}
