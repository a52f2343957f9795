package io.driftline.registry;

import java.util.Arrays;

/**
 * How many agents that nobody registered were let in of late, hour by hour, and how many actions of
 * others were left out. Whoever makes up agents by the million meets its limit; agents that are
 * registered or known do not come here.
 *
 * <p>Times may come in any order; what is earlier than a hour that has begun counts in that hour.
 */
public final class AdmissionLedger {

  /** The limit is over so many hours, the present one included. */
  public static final int HOURS = 24;

  private static final long HOUR_MILLIS = 3_600_000;

  private final int[] admitted = new int[HOURS];
  private long hour = Long.MIN_VALUE;
  private long refused;

  /** A ledger in which nobody was let in. */
  public AdmissionLedger() {}

  /**
   * A ledger as it was stored.
   *
   * @param hour the latest, counted from the epoch
   * @param admitted per hour, at the index of the hour modulo {@link #HOURS}
   * @param refused actions in the latest hour
   */
  public AdmissionLedger(long hour, int[] admitted, long refused) {
    if (admitted.length != HOURS) {
      throw new IllegalArgumentException(
          "expected %d hours, got %d".formatted(HOURS, admitted.length));
    }
    this.hour = hour;
    this.refused = refused;
    System.arraycopy(admitted, 0, this.admitted, 0, HOURS);
  }

  /**
   * Lets a new agent in, if there is room.
   *
   * @param time of its action, epoch milliseconds
   * @param limit most new agents within {@link #HOURS} hours, at least 0
   * @return whether it was let in; if not, the action counts as refused
   */
  public boolean admit(long time, int limit) {
    advance(Math.floorDiv(time, HOUR_MILLIS));
    if (Arrays.stream(admitted).sum() >= limit) {
      refused++;
      return false;
    }
    admitted[slot(hour)]++;
    return true;
  }

  private void advance(long to) {
    if (to <= hour) {
      return;
    }
    long from = hour == Long.MIN_VALUE ? to - HOURS : Math.max(hour, to - HOURS);
    for (long each = from + 1; each <= to; each++) {
      admitted[slot(each)] = 0;
    }
    hour = to;
    refused = 0;
  }

  private static int slot(long hour) {
    return (int) Math.floorMod(hour, (long) HOURS);
  }

  /** The latest hour, counted from the epoch; {@link Long#MIN_VALUE} before any. */
  public long hour() {
    return hour;
  }

  /** How many were let in per hour, at the index of the hour modulo {@link #HOURS}. */
  public int[] admitted() {
    return admitted.clone();
  }

  /** How many actions were left out in the latest hour. */
  public long refused() {
    return refused;
  }
}
