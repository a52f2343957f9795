package io.driftline.feature;

import io.driftline.activity.AgentAction;
import java.util.HashMap;
import java.util.Map;

/**
 * How much harm an action's permission can do, in [0, 1], as a {@link SensitivityTable} says.
 * Remembers the names it met, so that an ordinary action costs one look-up. Not thread-safe.
 */
public final class Sensitivity {

  /** Far more permissions than are in use; an agent that makes up names costs no more memory. */
  private static final int MOST_REMEMBERED = 4_096;

  private final SensitivityTable table;
  private final Map<String, Double> known = new HashMap<>();

  public Sensitivity(SensitivityTable table) {
    this.table = table;
  }

  /** The level of the permission of {@code action}, or of its name where it states none. */
  public double of(AgentAction action) {
    String name = action.permission() != null ? action.permission() : action.action();
    Double level = known.get(name);
    return level != null ? level : remember(name);
  }

  private double remember(String name) {
    if (known.size() == MOST_REMEMBERED) {
      known.clear();
    }
    double level = table.levelOf(name);
    known.put(name, level);
    return level;
  }

  int remembered() {
    return known.size();
  }
}
