package io.driftline.incident;

import io.driftline.posture.Severity;
import java.util.concurrent.TimeUnit;

/**
 * What was last told of an incident, so that it is told again only when that is news.
 *
 * @param number of the record; 0 if nothing was told
 * @param time of the record, epoch milliseconds
 * @param severity that was told
 * @param signals how many there were
 * @param breadth how many kinds of signal, systems and techniques there were
 */
record LastTold(int number, long time, Severity severity, long signals, int breadth) {

  /** Nothing was told. */
  static final LastTold NOTHING = new LastTold(0, Long.MIN_VALUE, Severity.LOW, 0, 0);

  /** A second and a third signal of an incident are no news by their number alone. */
  private static final long LEAST_DOUBLED = 2;

  private static final long LEAST_PAUSE_MILLIS = TimeUnit.MINUTES.toMillis(15);

  /** Whether there is more to an incident now, so that it is worth telling. */
  boolean isOutdated(OpenIncident now) {
    return now.severity().compareTo(severity) > 0
        || now.counts.total() >= 2 * Math.max(LEAST_DOUBLED, signals)
        || now.breadth() > breadth && isOldEnough(now);
  }

  /** That it has become broader can wait, the longer the longer it goes on. */
  private boolean isOldEnough(OpenIncident now) {
    return now.lastSeen - time >= Math.max(LEAST_PAUSE_MILLIS, time - now.firstSeen);
  }
}
