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
 * the latest {@value #MOST} of them. As long as none had to go, the order in which actions come
 * makes no difference.
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

    Stretch {
      if (end < start) {
        throw new IllegalArgumentException("a stretch from %d to %d".formatted(start, end));
      }
    }

    private boolean reaches(long time) {
      return time - end < BREAK_MILLIS;
    }

    private Stretch until(long time) {
      return time <= end ? this : new Stretch(start, firstId, time);
    }
  }

  private final TreeMap<Long, Stretch> byStart = new TreeMap<>();

  /** The longest pause before the stretches that are kept, in milliseconds. */
  private long longestForgotten = BREAK_MILLIS;

  /** Notes an action; tells whether some pause is another one now. */
  boolean note(long time, String eventId) {
    Map.Entry<Long, Stretch> before = byStart.lowerEntry(time);
    if (before != null && before.getValue().reaches(time)) {
      return goOn(before.getValue(), time);
    }
    begin(time, eventId);
    join(time);
    forgetEarliest(time);
    return true;
  }

  private boolean goOn(Stretch stretch, long time) {
    if (time <= stretch.end()) {
      return false;
    }
    boolean isLast = stretch.start() == byStart.lastKey();
    byStart.put(stretch.start(), stretch.until(time));
    join(stretch.start());
    return !isLast;
  }

  private void begin(long time, String eventId) {
    Stretch other = byStart.get(time);
    boolean first = other == null || eventId.compareTo(other.firstId()) < 0;
    byStart.put(time, new Stretch(time, first ? eventId : other.firstId(), endOf(other, time)));
  }

  /** What was before the earliest is unknown then, and so is how long an agent was silent there. */
  private void forgetEarliest(long added) {
    if (byStart.size() > MOST) {
      Stretch gone = byStart.pollFirstEntry().getValue();
      if (gone.start() != added) {
        longestForgotten = Math.max(longestForgotten, byStart.firstKey() - gone.end());
      }
    }
  }

  private static long endOf(Stretch otherOrNull, long time) {
    return otherOrNull == null ? time : otherOrNull.end();
  }

  /** Joins a stretch with the next one, if by now it reaches that. */
  private void join(long start) {
    Stretch stretch = byStart.get(start);
    Map.Entry<Long, Stretch> next = byStart.higherEntry(start);
    if (next != null && stretch.reaches(next.getKey())) {
      byStart.remove(next.getKey());
      byStart.put(start, stretch.until(next.getValue().end()));
    }
  }

  /**
   * The stretches that begin after a pause of at least {@code dormantMillis}, and at least {@value
   * #TIMES_THE_LONGEST} times as long as any before: an agent that works once a week does not wake
   * every week.
   */
  List<Stretch> awakenings(long dormantMillis) {
    List<Stretch> awakenings = new ArrayList<>();
    long longest = longestForgotten;
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
    out.writeLong(longestForgotten).writeInt(byStart.size());
    byStart
        .values()
        .forEach(
            each -> out.writeLong(each.start()).writeString(each.firstId()).writeLong(each.end()));
  }

  void read(StateReader in) {
    longestForgotten = in.readLong();
    for (int left = in.readCount(2 * Long.BYTES); left > 0; left--) {
      Stretch each = StoredParts.valid("stretch of activity", () -> readOne(in));
      byStart.put(each.start(), each);
    }
  }

  private static Stretch readOne(StateReader in) {
    return new Stretch(in.readLong(), StoredParts.required(in.readString()), in.readLong());
  }
}
