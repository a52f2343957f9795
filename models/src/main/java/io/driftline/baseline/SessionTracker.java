package io.driftline.baseline;

import io.driftline.activity.AgentAction;
import java.util.Arrays;
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

  private static final int VERSION = 1;

  private final TrackerSettings settings;
  private final RecentIds recentIds;
  private final Map<String, long[]> trails = new LinkedHashMap<>(4, 0.75f, true);
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
    long[] before = trails.get(session);
    trails.put(session, after(before, action));
    forgetIdleSessions();
    return before == null ? SessionContext.first(session) : new SessionContext(session, before);
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
    trails.forEach((session, steps) -> out.writeString(session).writeLongs(steps));
    return out.toBytes();
  }

  /**
   * Reads the stored form.
   *
   * @throws IllegalStateException if it is damaged or from a newer release
   */
  public static SessionTracker fromBytes(byte[] bytes, TrackerSettings settings) {
    StateReader in = new StateReader(bytes);
    in.readVersion("session state", VERSION);
    SessionTracker tracker = new SessionTracker(settings);
    tracker.lastSeen = in.readLong();
    tracker.unnamedSession = in.readString();
    tracker.lastUnnamed = in.readLong();
    for (long id : in.readLongs()) {
      tracker.recentIds.add(id);
    }
    for (int left = in.readCount(2); left > 0; left--) {
      tracker.trails.put(in.readString(), readSteps(in));
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

  private static long[] readSteps(StateReader in) {
    long[] steps = in.readLongs();
    if (steps.length > SessionContext.MAX_STEPS) {
      throw new IllegalStateException(
          "session state has %d recent steps, at most %d are kept"
              .formatted(steps.length, SessionContext.MAX_STEPS));
    }
    return steps;
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

  /** The latest step first, each once: a step repeated must not push out the others. */
  private static long[] after(long[] before, AgentAction action) {
    long latest = Observation.stepKeyOf(action);
    long[] steps = new long[SessionContext.MAX_STEPS];
    steps[0] = latest;
    int size = 1;
    for (int i = 0; before != null && i < before.length && size < steps.length; i++) {
      if (before[i] != latest) {
        steps[size++] = before[i];
      }
    }
    return Arrays.copyOf(steps, size);
  }
}
