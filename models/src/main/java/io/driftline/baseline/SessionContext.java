package io.driftline.baseline;

import java.util.Objects;

/**
 * Where in its session an action stands: what the sequence features condition on.
 *
 * @param sessionId the session's id, given by the event or derived from the agent's pauses
 * @param recentSteps fingerprints of the (action, scope) steps before this one, each once, latest
 *     first, at most {@link #MAX_STEPS}; empty for the first
 * @param entersSystem whether the session had not used this system before
 */
public record SessionContext(String sessionId, long[] recentSteps, boolean entersSystem) {

  /** How many steps back co-occurrence looks. */
  public static final int MAX_STEPS = 6;

  /** Stands for the step before the first one. */
  public static final long START = 0x5354_4152_5421L;

  public SessionContext {
    Objects.requireNonNull(sessionId, "sessionId");
    if (recentSteps.length > MAX_STEPS) {
      throw new IllegalArgumentException(
          "at most " + MAX_STEPS + " recent steps, got " + recentSteps.length);
    }
  }

  /** The context of a session's first action. */
  public static SessionContext first(String sessionId) {
    return new SessionContext(sessionId, new long[0], true);
  }

  /** The step before this one, {@link #START} for the first. */
  public long previousStep() {
    return recentSteps.length == 0 ? START : recentSteps[0];
  }
}
