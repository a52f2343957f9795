package io.driftline.posture;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * When one agent was active: the stretches between its pauses of {@link #BREAK_MILLIS} and more,
 * the latest {@value #MOST} of them. The order in which actions come makes no difference.
 */
final class ActiveStretches {

  /** A shorter pause ends no stretch: a day. */
  static final long BREAK_MILLIS = TimeUnit.DAYS.toMillis(1);

  /** Most stretches kept. */
  static final int MOST = 32;

  /** An awakening is a pause so much longer than any before. */
  static final int TIMES_THE_LONGEST = 3;

  /**
   * A stretch.
   *
   * @param start time of its first action, epoch milliseconds
   * @param firstId that action's event id
   * @param end time of its last action, epoch milliseconds
   */
  record Stretch(long start, String firstId, long end) {

    private boolean reaches(long time) {
      return time - end < BREAK_MILLIS;
    }

    private Stretch until(long time) {
      return time <= end ? this : new Stretch(start, firstId, time);
    }
  }

  private final TreeMap<Long, Stretch> byStart = new TreeMap<>();

  /** Notes an action; tells whether a stretch begins elsewhere now. */
  boolean note(long time, String eventId) {
    Map.Entry<Long, Stretch> before = byStart.lowerEntry(time);
    boolean begins = before == null || !before.getValue().reaches(time);
    if (begins) {
      begin(time, eventId);
    } else {
      byStart.put(before.getKey(), before.getValue().until(time));
    }
    return join(begins ? time : before.getKey()) || begins;
  }

  private void begin(long time, String eventId) {
    Stretch other = byStart.get(time);
    boolean first = other == null || eventId.compareTo(other.firstId()) < 0;
    byStart.put(time, new Stretch(time, first ? eventId : other.firstId(), endOf(other, time)));
    if (byStart.size() > MOST) {
      byStart.pollFirstEntry();
    }
  }

  private static long endOf(Stretch otherOrNull, long time) {
    return otherOrNull == null ? time : otherOrNull.end();
  }

  /** Joins a stretch with the next one, if by now it reaches that. */
  private boolean join(long start) {
    Stretch stretch = byStart.get(start);
    Map.Entry<Long, Stretch> next = byStart.higherEntry(start);
    if (stretch == null || next == null || !stretch.reaches(next.getKey())) {
      return false;
    }
    byStart.remove(next.getKey());
    byStart.put(start, stretch.until(next.getValue().end()));
    return true;
  }

  /**
   * The stretches that begin after a pause of at least {@code dormantMillis}, and at least {@value
   * #TIMES_THE_LONGEST} times as long as any before: an agent that works once a week does not wake
   * every week.
   */
  List<Stretch> awakenings(long dormantMillis) {
    List<Stretch> awakenings = new ArrayList<>();
    long longest = BREAK_MILLIS;
    Stretch before = null;
    for (Stretch each : byStart.values()) {
      if (before != null) {
        long pause = each.start() - before.end();
        if (pause >= Math.max(dormantMillis, TIMES_THE_LONGEST * longest)) {
          awakenings.add(each);
        }
        longest = Math.max(longest, pause);
      }
      before = each;
    }
    return awakenings;
  }

  /** From when on it is known when it was active; {@link Long#MAX_VALUE} before any action. */
  long earliest() {
    return byStart.isEmpty() ? Long.MAX_VALUE : byStart.firstKey();
  }

  void write(StateWriter out) {
    out.writeInt(byStart.size());
    byStart
        .values()
        .forEach(
            each -> out.writeLong(each.start()).writeString(each.firstId()).writeLong(each.end()));
  }

  void read(StateReader in) {
    for (int left = in.readCount(2 * Long.BYTES); left > 0; left--) {
      long start = in.readLong();
      byStart.put(start, new Stretch(start, StoredParts.required(in.readString()), in.readLong()));
    }
  }
}
