package io.driftline.baseline;

import io.driftline.activity.AgentAction;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Follows the running sessions of one agent and remembers which events it has seen.
 *
 * <p>A session is what {@code session_id} says. Without one it is a run of actions with no pause
 * longer than the gap, named after its first event so that a replay gives the same name.
 */
public final class SessionTracker {

  private static final int VERSION = 2;

  private final TrackerSettings settings;
  private final RecentIds recentIds;
  private final Map<String, Trail> trails = new LinkedHashMap<>(4, 0.75f, true);
  private String unnamedSession;
  private long lastUnnamed;
  private long lastSeen = Long.MIN_VALUE;

  /** A tracker of an agent never seen before. */
  public SessionTracker(TrackerSettings settings) {
    this.settings = settings;
    this.recentIds = new RecentIds(settings.maxEventIds());
  }

  /** Whether this event was not seen before; an event counts once however often it arrives. */
  public boolean isNew(AgentAction action) {
    return recentIds.add(Hash64.of(action.eventId()));
  }

  /** Places the action in its session and makes it the session's latest step. */
  public SessionContext place(AgentAction action) {
    lastSeen = Math.max(lastSeen, action.timeMillis());
    String session = action.sessionId() != null ? action.sessionId() : unnamed(action);
    Trail before = trails.getOrDefault(session, Trail.START);
    long system = Hash64.of(action.system());
    boolean entersSystem = before.isNew(system);
    trails.put(session, before.after(Observation.stepKeyOf(action), system, entersSystem));
    forgetIdleSessions();
    return new SessionContext(session, before.steps(), entersSystem);
  }

  /** Event time of the agent's latest action in milliseconds. */
  public long lastSeen() {
    return lastSeen;
  }

  /** The stored form. */
  public byte[] toBytes() {
    StateWriter out = new StateWriter().writeByte(VERSION);
    out.writeLong(lastSeen).writeString(unnamedSession).writeLong(lastUnnamed);
    out.writeLongs(recentIds.oldestFirst());
    out.writeInt(trails.size());
    trails.forEach(
        (session, trail) ->
            out.writeString(session).writeLongs(trail.steps()).writeLongs(trail.systems()));
    return out.toBytes();
  }

  /**
   * Reads the stored form.
   *
   * @throws IllegalStateException if it is damaged or from a newer release
   */
  public static SessionTracker fromBytes(byte[] bytes, TrackerSettings settings) {
    StateReader in = new StateReader(bytes);
    int version = in.readVersion("session state", VERSION);
    SessionTracker tracker = new SessionTracker(settings);
    tracker.lastSeen = in.readLong();
    tracker.unnamedSession = in.readString();
    tracker.lastUnnamed = in.readLong();
    for (long id : in.readLongs()) {
      tracker.recentIds.add(id);
    }
    for (int left = in.readCount(2); left > 0; left--) {
      tracker.trails.put(in.readString(), readTrail(in, version));
    }
    in.readEnd("session state");
    return tracker;
  }

  private void forgetIdleSessions() {
    Iterator<String> longestIdle = trails.keySet().iterator();
    while (trails.size() > settings.maxSessions()) {
      longestIdle.next();
      longestIdle.remove();
    }
  }

  /** Version 1 knew no systems: those of a running session then look new once more. */
  private static Trail readTrail(StateReader in, int version) {
    long[] steps = readAtMost(SessionContext.MAX_STEPS, "recent steps", in);
    return new Trail(
        steps, version < 2 ? new long[0] : readAtMost(Trail.MOST_SYSTEMS, "systems", in));
  }

  private static long[] readAtMost(int most, String what, StateReader in) {
    long[] values = in.readLongs();
    if (values.length > most) {
      throw new IllegalStateException(
          "session state has %d %s, at most %d are kept".formatted(values.length, what, most));
    }
    return values;
  }

  private String unnamed(AgentAction action) {
    long time = action.timeMillis();
    if (unnamedSession == null || time - lastUnnamed > settings.gapMillis()) {
      long name = Hash64.pair(Hash64.of(action.agentId()), Hash64.of(action.eventId()));
      unnamedSession = "unnamed-" + Long.toHexString(name);
      lastUnnamed = time;
    }
    lastUnnamed = Math.max(lastUnnamed, time);
    return unnamedSession;
  }
}
