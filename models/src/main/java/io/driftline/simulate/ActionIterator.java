package io.driftline.simulate;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/**
 * Merges sessions into one stream in order of time. Holds the plan of one day and the actions of
 * the sessions under way, so memory does not grow with the span.
 */
final class ActionIterator implements Iterator<SimulatedAction> {
  private final SimulationSettings settings;
  private final DayPlanner planner;
  private final SessionGenerator generator;
  private final PriorityQueue<RunningSession> running =
      new PriorityQueue<>(
          Comparator.comparingLong(RunningSession::time).thenComparingLong(RunningSession::number));
  private int nextDay;
  private long sessionsStarted;
  private Iterator<SessionPlan> today = List.<SessionPlan>of().iterator();
  private SessionPlan upcoming;

  ActionIterator(SimulationSettings settings, DayPlanner planner, SessionGenerator generator) {
    this.settings = settings;
    this.planner = planner;
    this.generator = generator;
    planAhead();
  }

  @Override
  public boolean hasNext() {
    startDueSessions();
    return !running.isEmpty() && running.peek().time() < settings.end().toEpochMilli();
  }

  @Override
  public SimulatedAction next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the simulation ended at " + settings.end());
    }
    RunningSession session = running.poll();
    SimulatedAction action = session.next();
    if (session.hasNext()) {
      running.add(session);
    }
    return action;
  }

  private void startDueSessions() {
    while (upcoming != null && (running.isEmpty() || upcoming.start() <= running.peek().time())) {
      running.add(new RunningSession(generator.actions(upcoming), sessionsStarted++));
      planAhead();
    }
  }

  private void planAhead() {
    while (!today.hasNext() && nextDay < settings.days()) {
      today = planner.sessions(nextDay++).iterator();
    }
    upcoming = today.hasNext() ? today.next() : null;
  }

  /** A session with actions still to come. */
  private static final class RunningSession {
    private final List<SimulatedAction> actions;
    private final long number;
    private int place;
    private long time;

    RunningSession(List<SimulatedAction> actions, long number) {
      this.actions = actions;
      this.number = number;
      this.time = actions.get(0).action().timeMillis();
    }

    long time() {
      return time;
    }

    long number() {
      return number;
    }

    boolean hasNext() {
      return place < actions.size();
    }

    SimulatedAction next() {
      SimulatedAction action = actions.get(place++);
      if (hasNext()) {
        time = actions.get(place).action().timeMillis();
      }
      return action;
    }
  }
}
