package io.driftline.decide;

import io.driftline.baseline.Hash64;
import io.driftline.baseline.LruMap;
import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;

/**
 * How often an agent's sessions reached the alert line of late, and how much higher the line is for
 * it therefore: calibration is per cohort, so an agent that differs from its peers, or has just
 * been changed, would otherwise own the alert budget.
 *
 * <p>With a of s recent sessions that reached the line, the share to expect of the next is the mean
 * of a beta posterior, (1 + a) / (100 + s), whose prior is the nominal one in a hundred. Where that
 * is r times the nominal share, its scores mean r times less: the line is raised by 25·log10 r. The
 * counts halve in two days, so that a new version or a busy month's end tells within a few sessions
 * and is forgotten within a week.
 *
 * <p>Sessions are counted rather than actions: all actions of one hijacked session are raised
 * alike. One that spans days counts once a day. Not thread-safe.
 */
public final class AlertHistory {

  /** The line is never raised by more: one in ten thousand instead of one in a thousand. */
  public static final double MOST_POINTS = 25;

  private static final int VERSION = 1;
  private static final double PRIOR_SESSIONS = 100;
  private static final double PRIOR_ALERTING = 1;
  private static final double POINTS_PER_DECADE = 25;
  private static final double HALF_LIFE_MILLIS = 2 * 86_400_000.0;
  private static final long DAY_MILLIS = 86_400_000L;
  private static final int MOST_OPEN = 16;

  private double sessions;
  private double alerting;
  private long lastSeen = Long.MIN_VALUE;

  /** Whether each recent session has reached the line, by {@link #keyOf}. */
  private final LruMap<Boolean> open = new LruMap<>(MOST_OPEN);

  /**
   * By how much the line is raised for an action, on account of the agent's other sessions.
   *
   * @param sessionId the session of the action
   * @param time of the action, epoch milliseconds
   * @return points, from 0 to {@value #MOST_POINTS}
   */
  public double raise(String sessionId, long time) {
    double kept = keptUntil(time);
    Boolean own = open.get(keyOf(sessionId, time));
    double otherSessions = Math.max(0, kept * sessions - (own == null ? 0 : 1));
    double otherAlerting = Math.max(0, kept * alerting - (Boolean.TRUE.equals(own) ? 1 : 0));
    double share = (PRIOR_ALERTING + otherAlerting) / (PRIOR_SESSIONS + otherSessions);
    double times = share / (PRIOR_ALERTING / PRIOR_SESSIONS);
    return Math.min(MOST_POINTS, Math.max(0, POINTS_PER_DECADE * StrictMath.log10(times)));
  }

  /**
   * Takes an action in.
   *
   * @param sessionId its session
   * @param time epoch milliseconds; actions may come out of order
   * @param atLine whether its score reached the line as it is for all
   */
  public void note(String sessionId, long time, boolean atLine) {
    fadeTo(time);
    long key = keyOf(sessionId, time);
    Boolean before = open.get(key);
    boolean reached = Boolean.TRUE.equals(before);
    if (before == null) {
      sessions++;
    }
    if (atLine && !reached) {
      alerting++;
    }
    open.put(key, atLine || reached);
  }

  /** Time of the latest action, epoch milliseconds; {@link Long#MIN_VALUE} if there is none. */
  public long lastSeen() {
    return lastSeen;
  }

  /** The stored form. */
  public byte[] toBytes() {
    StateWriter out = new StateWriter().writeByte(VERSION);
    out.writeDouble(sessions).writeDouble(alerting).writeLong(lastSeen).writeInt(open.size());
    open.forEach((key, reached) -> out.writeLong(key).writeByte(reached ? 1 : 0));
    return out.toBytes();
  }

  /**
   * Reads the stored form.
   *
   * @throws IllegalStateException if it is damaged or from a newer release
   */
  public static AlertHistory fromBytes(byte[] bytes) {
    StateReader in = new StateReader(bytes);
    in.readVersion("alert history", VERSION);
    AlertHistory history = new AlertHistory();
    history.sessions = readCount(in);
    history.alerting = readCount(in);
    history.lastSeen = in.readLong();
    for (int left = in.readCount(9); left > 0; left--) {
      history.open.put(in.readLong(), in.readByte() != 0);
    }
    in.readEnd("alert history");
    return history;
  }

  private static double readCount(StateReader in) {
    double count = in.readDouble();
    if (!(count >= 0 && count < Double.POSITIVE_INFINITY)) {
      throw new IllegalStateException("alert history counts " + count + " sessions");
    }
    return count;
  }

  private void fadeTo(long time) {
    double kept = keptUntil(time);
    sessions *= kept;
    alerting *= kept;
    lastSeen = Math.max(lastSeen, time);
  }

  private double keptUntil(long time) {
    return time <= lastSeen || lastSeen == Long.MIN_VALUE
        ? 1
        : Math.pow(2, -(time - lastSeen) / HALF_LIFE_MILLIS);
  }

  private static long keyOf(String sessionId, long time) {
    return Hash64.pair(Hash64.of(sessionId), Math.floorDiv(time, DAY_MILLIS));
  }
}
