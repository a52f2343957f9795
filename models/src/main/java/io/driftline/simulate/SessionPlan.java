package io.driftline.simulate;

import java.util.Comparator;

/**
 * A session that will happen; its steps are made only when its time comes.
 *
 * @param day day of the simulation, from 0
 * @param start first action, in milliseconds since the epoch
 * @param seed all else about the session, ids included, follows from it
 * @param nightly whether this is the scheduler's batch
 * @param intrusion {@code null} when all is well
 */
record SessionPlan(
    AgentProfile agent, int day, long start, long seed, boolean nightly, Intrusion intrusion) {
  static final Comparator<SessionPlan> BY_START =
      Comparator.comparingLong(SessionPlan::start)
          .thenComparingInt(plan -> plan.agent().index())
          .thenComparingLong(SessionPlan::seed);
}
