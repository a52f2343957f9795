package io.driftline.simulate;

import java.util.List;

/**
 * How one agent's behaviour changes in the course of the simulation. By default nothing does, and
 * no randomness is used up. Implementations hold no state.
 */
interface Drift {
  /** From one new item to the next. */
  int DAYS_APART = 7;

  /** All stays as it is. */
  Drift NONE = new NoDrift();

  /** {@code null} if nothing changes. */
  DriftScript script();

  /** The first day of the simulation on which anything is different. */
  int onset();

  /** The first day on which nothing changes any further. */
  int end();

  /** What comes into use, in order: one item every {@value #DAYS_APART} days from the onset on. */
  default List<String> items() {
    return List.of();
  }

  /** How many times the usual sessions there are on a day. */
  default double sessions(int day) {
    return 1;
  }

  /** The share of calls that fail on a day. */
  default double errors(int day) {
    return WorkflowWalker.ERROR;
  }

  /** As what the agent works in one session. */
  default AgentProfile role(AgentProfile agent, int day, Dice dice) {
    return agent;
  }

  /** What one session does besides its task. */
  default List<Operation> besides(int day, Dice dice) {
    return List.of();
  }

  /** Whether the agent may make a call on a day: what it will adopt, it keeps off until then. */
  default boolean mayCall(Operation operation, int day) {
    return true;
  }

  /** The agent that stays as it is. */
  record NoDrift() implements Drift {

    @Override
    public DriftScript script() {
      return null;
    }

    @Override
    public int onset() {
      return Change.NEVER;
    }

    @Override
    public int end() {
      return Change.NEVER;
    }
  }
}
