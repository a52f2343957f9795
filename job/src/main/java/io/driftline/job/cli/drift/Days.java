package io.driftline.job.cli.drift;

import io.driftline.activity.AgentAction;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Cuts actions in order of time into UTC days. Holds the actions of one day. */
final class Days {
  private static final long DAY = TimeUnit.DAYS.toMillis(1);

  private final Iterator<AgentAction> actions;
  private AgentAction next;

  Days(Iterator<AgentAction> actions) {
    this.actions = actions;
    advance();
  }

  /** The actions of a day, possibly none; days must be asked for in order, without a gap. */
  List<AgentAction> of(long epochDay) {
    List<AgentAction> day = new ArrayList<>();
    while (next != null && Math.floorDiv(next.timeMillis(), DAY) == epochDay) {
      day.add(next);
      advance();
    }
    return day;
  }

  private void advance() {
    next = actions.hasNext() ? actions.next() : null;
  }
}
