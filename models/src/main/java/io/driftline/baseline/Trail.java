package io.driftline.baseline;

import java.util.Arrays;

/**
 * Where a session has been.
 *
 * @param steps fingerprints of its recent (action, scope) steps, each once, latest first, at most
 *     {@link SessionContext#MAX_STEPS}
 * @param systems fingerprints of the systems it used, at most {@value #MOST_SYSTEMS}; whatever
 *     comes after them counts as used
 */
record Trail(long[] steps, long[] systems) {

  static final int MOST_SYSTEMS = 16;

  /** A session that has not begun. */
  static final Trail START = new Trail(new long[0], new long[0]);

  /** Whether an action in this system is the session's first there. */
  boolean isNew(long system) {
    return systems.length < MOST_SYSTEMS && !uses(system);
  }

  /** The trail with one more step, in a system that {@link #isNew} or not. */
  Trail after(long step, long system, boolean entersSystem) {
    return new Trail(stepsAfter(step), entersSystem ? with(system) : systems);
  }

  private boolean uses(long system) {
    for (long used : systems) {
      if (used == system) {
        return true;
      }
    }
    return false;
  }

  private long[] with(long system) {
    long[] more = Arrays.copyOf(systems, systems.length + 1);
    more[systems.length] = system;
    return more;
  }

  /** The latest step first, each once: a step repeated must not push out the others. */
  private long[] stepsAfter(long latest) {
    long[] after = new long[SessionContext.MAX_STEPS];
    after[0] = latest;
    int size = 1;
    for (int i = 0; i < steps.length && size < after.length; i++) {
      if (steps[i] != latest) {
        after[size++] = steps[i];
      }
    }
    return Arrays.copyOf(after, size);
  }
}
