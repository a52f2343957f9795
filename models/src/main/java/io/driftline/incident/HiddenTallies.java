package io.driftline.incident;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import io.driftline.drift.CalendarDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What was hidden, counted by cause and day; at most {@value #MOST} counts. Each is told when it
 * has doubled and when its day is over. A day later it is forgotten: what comes later still counts
 * for the earliest day that is known.
 */
final class HiddenTallies {

  /** Most counts kept; the one that has not grown for longest is told and goes. */
  static final int MOST = 512;

  /** A cause, no rule, numbers, two texts, no agents. */
  private static final int LEAST_BYTES = 37;

  private final Map<HiddenTally.Key, HiddenTally> byKey = new LinkedHashMap<>();

  /** Days up to this one are over, and told. */
  private long closedDay = Long.MIN_VALUE;

  /** Counts one. */
  void add(HiddenSignal signal, Consumer<HiddenCount> out) {
    long day = Math.max(CalendarDay.of(signal.time()), closedDay);
    HiddenTally.Key key = new HiddenTally.Key(signal.cause(), signal.rule(), day);
    HiddenTally tally = byKey.remove(key);
    if (tally == null) {
      makeRoom(out);
      tally = new HiddenTally(key);
    }
    byKey.put(key, tally);
    tally.add(signal);
    if (tally.isWorthTelling()) {
      out.accept(tally.tell());
    }
  }

  /** Tells what is untold of the days that are over by {@code time}, and forgets older ones. */
  void closeDays(long time, Consumer<HiddenCount> out) {
    long over = CalendarDay.of(time) - 1;
    if (over <= closedDay) {
      return;
    }
    closedDay = over;
    for (HiddenTally tally : inOrder()) {
      if (tally.key().day() <= over && tally.isUntold()) {
        out.accept(tally.tell());
      }
    }
    byKey.keySet().removeIf(key -> key.day() < over);
  }

  /** End of the earliest day of which something is untold; {@link Long#MAX_VALUE} if none is. */
  long nextClosing() {
    return byKey.values().stream()
        .filter(HiddenTally::isUntold)
        .mapToLong(tally -> CalendarDay.start(Math.max(tally.key().day(), closedDay + 1) + 1))
        .min()
        .orElse(Long.MAX_VALUE);
  }

  int size() {
    return byKey.size();
  }

  private void makeRoom(Consumer<HiddenCount> out) {
    if (byKey.size() == MOST) {
      HiddenTally eldest = byKey.remove(byKey.keySet().iterator().next());
      if (eldest.isUntold()) {
        out.accept(eldest.tell());
      }
    }
  }

  private List<HiddenTally> inOrder() {
    List<HiddenTally> all = new ArrayList<>(byKey.values());
    all.sort(
        Comparator.comparingLong((HiddenTally tally) -> tally.key().day())
            .thenComparing(tally -> tally.key().id()));
    return all;
  }

  void write(StateWriter out) {
    out.writeLong(closedDay).writeInt(byKey.size());
    byKey.values().forEach(tally -> tally.write(out));
  }

  static HiddenTallies read(StateReader in) {
    HiddenTallies read = new HiddenTallies();
    read.closedDay = in.readLong();
    for (int left = in.readCount(LEAST_BYTES); left > 0; left--) {
      HiddenTally tally = HiddenTally.read(in);
      read.byKey.put(tally.key(), tally);
    }
    return read;
  }
}
