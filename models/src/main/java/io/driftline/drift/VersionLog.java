package io.driftline.drift;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import java.util.Map;
import java.util.TreeMap;

/** When each of an agent's latest versions was first seen. */
final class VersionLog {

  /** A change that began so many days before or after a version appeared goes with it. */
  private static final int NEAR_DAYS = 2;

  private static final int MOST = 8;

  private final TreeMap<String, Long> firstSeen = new TreeMap<>();

  /** Notes the version that an event states, at its time in epoch milliseconds. */
  void note(String version, long time) {
    if (version == null) {
      return;
    }
    firstSeen.merge(version, time, Math::min);
    if (firstSeen.size() > MOST) {
      firstSeen.remove(oldest());
    }
  }

  /** The first one is no new version: nothing is known before it. */
  String newAt(long began) {
    if (firstSeen.size() < 2) {
      return null;
    }
    String first = oldest();
    return firstSeen.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(first))
        .filter(entry -> daysBetween(entry.getValue(), began) <= NEAR_DAYS)
        .min(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  private static long daysBetween(long a, long b) {
    return Math.abs(CalendarDay.of(a) - CalendarDay.of(b));
  }

  private String oldest() {
    return firstSeen.entrySet().stream()
        .min(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .orElseThrow()
        .getKey();
  }

  void write(StateWriter out) {
    out.writeInt(firstSeen.size());
    firstSeen.forEach((version, time) -> out.writeString(version).writeLong(time));
  }

  static VersionLog read(StateReader in) {
    VersionLog log = new VersionLog();
    for (int left = in.readCount(9); left > 0; left--) {
      log.firstSeen.put(StoredConstants.required(in.readString()), in.readLong());
    }
    return log;
  }
}
