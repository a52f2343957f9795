package io.driftline.drift;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import io.driftline.registry.Right;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The rights that an agent holds, since when, and those that it held until of late: one of them
 * that comes back, or that another one covered, is no new right. Times are epoch milliseconds.
 */
final class GrantedRights {

  /** Most rights of either sort that are kept. */
  static final int MOST = 4096;

  /** Held from the first, or for so long that it does not matter. */
  private static final long ALWAYS = Long.MIN_VALUE;

  private final TreeMap<Right, Long> held = new TreeMap<>();
  private final TreeMap<Right, Past> lost = new TreeMap<>();

  /**
   * A right that was held.
   *
   * @param since when it was first held
   * @param until when it was no longer
   */
  private record Past(long since, long until) {}

  /**
   * What is different now.
   *
   * @param fresh how many rights are new
   * @param net how many more are held, below 0 if fewer
   */
  record Difference(int fresh, int net) {}

  /** Whether nothing is held, nor was of late. */
  boolean areUnknown() {
    return held.isEmpty() && lost.isEmpty();
  }

  /** How many are held. */
  int count() {
    return held.size();
  }

  /** Forgets what was lost before a time. */
  void forgetBefore(long time) {
    lost.values().removeIf(past -> past.until() < time);
  }

  /**
   * Makes these the rights that are held from a time on.
   *
   * @param usual whether new ones count as if they had always been held
   */
  Difference put(Set<Right> rights, long time, boolean usual) {
    TreeMap<Right, Long> now = new TreeMap<>();
    List<Right> patterns = known().filter(Right::isPattern).toList();
    int fresh = 0;
    for (Right right : rights) {
      Long since = since(right, patterns);
      fresh += since == null ? 1 : 0;
      now.put(right, since != null ? since : usual ? ALWAYS : time);
    }
    bound(now);
    int net = now.size() - held.size();
    replaceBy(now, time);
    return new Difference(fresh, net);
  }

  private Stream<Right> known() {
    return Stream.concat(held.keySet().stream(), lost.keySet().stream());
  }

  /** Since when it was held, or another one that covers it; {@code null} if neither was. */
  private Long since(Right right, List<Right> patterns) {
    Long own = since(right);
    return own != null
        ? own
        : patterns.stream()
            .filter(pattern -> pattern.covers(right))
            .map(this::since)
            .min(Comparator.naturalOrder())
            .orElse(null);
  }

  private Long since(Right right) {
    Past past = lost.get(right);
    return past == null ? held.get(right) : Long.valueOf(past.since());
  }

  private void replaceBy(TreeMap<Right, Long> now, long time) {
    held.forEach((right, since) -> lost.put(right, new Past(since, time)));
    lost.keySet().removeAll(now.keySet());
    bound(lost);
    held.clear();
    held.putAll(now);
  }

  private static void bound(TreeMap<Right, ?> rights) {
    while (rights.size() > MOST) {
      rights.pollLastEntry();
    }
  }

  /** The rights held now that were first held at a time or later, in order of time. */
  List<Map.Entry<Right, Long>> newSince(long time) {
    return held.entrySet().stream()
        .filter(entry -> entry.getValue() >= time)
        .sorted(Map.Entry.<Right, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .toList();
  }

  /** How many rights were held before a time, and were lost since. */
  int lostSince(long time) {
    return (int)
        lost.values().stream().filter(past -> past.since() < time && past.until() >= time).count();
  }

  void write(StateWriter out) {
    out.writeInt(held.size());
    held.forEach(
        (right, since) -> {
          write(out, right);
          out.writeLong(since);
        });
    out.writeInt(lost.size());
    lost.forEach(
        (right, past) -> {
          write(out, right);
          out.writeLong(past.since()).writeLong(past.until());
        });
  }

  static GrantedRights read(StateReader in) {
    GrantedRights read = new GrantedRights();
    for (int left = in.readCount(2 + Long.BYTES); left > 0; left--) {
      read.held.put(right(in), in.readLong());
    }
    for (int left = in.readCount(2 + 2 * Long.BYTES); left > 0; left--) {
      read.lost.put(right(in), new Past(in.readLong(), in.readLong()));
    }
    return read;
  }

  private static void write(StateWriter out, Right right) {
    out.writeString(right.system()).writeString(right.permission());
  }

  private static Right right(StateReader in) {
    try {
      return new Right(
          StoredConstants.required(in.readString()), StoredConstants.required(in.readString()));
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("stored grant state is damaged: " + e.getMessage(), e);
    }
  }
}
