package io.driftline.drift;

import io.driftline.activity.AgentAction;
import io.driftline.baseline.Hash64;
import io.driftline.baseline.Observation;
import io.driftline.baseline.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A side of an agent's work in which it can drift. */
public enum DriftDimension {
  SYSTEM("systems it uses", "system") {
    @Override
    public String valueOf(AgentAction action) {
      return action.system();
    }
  },
  PERMISSION("permissions it uses", "permission") {
    @Override
    public String valueOf(AgentAction action) {
      return action.permission();
    }
  },
  ACTION("actions it takes", "action") {
    @Override
    public String valueOf(AgentAction action) {
      return action.system() + "/" + action.action();
    }

    @Override
    long keyOf(AgentAction action) {
      return Observation.actionKeyOf(action);
    }
  },
  REQUESTER("people and agents it acts for", "requester") {
    @Override
    public String valueOf(AgentAction action) {
      return action.requester() == null ? null : action.requester().id();
    }
  },
  SCOPE("places its resources lie in", "scope") {
    @Override
    public String valueOf(AgentAction action) {
      return Scope.of(action.resource());
    }
  },
  HOUR("hours at which it works", "hour") {
    @Override
    public String valueOf(AgentAction action) {
      int hour = (int) keyOf(action);
      return "%s %02d:00 UTC".formatted(hour < HOURS ? "working day" : "weekend", hour % HOURS);
    }

    @Override
    long keyOf(AgentAction action) {
      int hour = CalendarDay.hourOf(action.timeMillis());
      return CalendarDay.isWorking(CalendarDay.of(action.timeMillis())) ? hour : HOURS + hour;
    }
  },
  /** Actions a day. */
  VOLUME("actions a day", "actions"),
  /** Share of actions that were refused or failed. */
  ERRORS("share of actions that fail", "errors"),
  /** What the registry says that it may do, used or not; watched by {@link GrantGrowth} alone. */
  GRANTED_PERMISSION("permissions granted to it", "granted permission");

  /** Those that have values with shares. */
  public static final List<DriftDimension> MIXES =
      Arrays.stream(values())
          .filter(dimension -> !dimension.isLevel() && dimension != GRANTED_PERMISSION)
          .toList();

  /** Those in which something new that is used is a gain of access. */
  public static final List<DriftDimension> ACCESS = List.of(SYSTEM, PERMISSION);

  private static final int HOURS = 24;

  private final String text;
  private final String item;

  DriftDimension(String text, String item) {
    this.text = text;
    this.item = item;
  }

  /** The name used in outputs, for example {@code permission}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it is, in words; completes "the …". */
  public String text() {
    return text;
  }

  /** One of its values, in words. */
  public String item() {
    return item;
  }

  /** Whether it is a number a day rather than a mix of values. */
  public boolean isLevel() {
    return this == VOLUME || this == ERRORS;
  }

  /**
   * The action's value; {@code null} if it states none.
   *
   * @throws UnsupportedOperationException if the dimension is none of the {@link #MIXES}
   */
  public String valueOf(AgentAction action) {
    throw new UnsupportedOperationException(this + " is no property of an action");
  }

  /** Fingerprint of the action's value. */
  long keyOf(AgentAction action) {
    return Hash64.of(valueOf(action));
  }
}
