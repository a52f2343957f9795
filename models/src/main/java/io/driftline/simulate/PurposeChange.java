package io.driftline.simulate;

/**
 * The share of sessions that do another purpose's tasks grows evenly from nothing to nine in ten,
 * and stays there.
 *
 * @param onset the day on which it begins to grow
 * @param other the new purpose
 * @param tasks how the agent divides that purpose's tasks
 */
record PurposeChange(int onset, Purpose other, WorkflowMix tasks) implements Drift {
  private static final int GROWS_FOR_DAYS = 14;
  private static final double MOST = 0.9;

  @Override
  public DriftScript script() {
    return DriftScript.PURPOSE_CHANGE;
  }

  @Override
  public int end() {
    return onset + GROWS_FOR_DAYS;
  }

  @Override
  public AgentProfile role(AgentProfile agent, int day, Dice dice) {
    return dice.chance(share(day)) ? agent.inRole(other, tasks) : agent;
  }

  /** As it stands at noon of a day, in [0, {@value #MOST}]. */
  double share(int day) {
    return MOST * Math.max(0, Math.min(1, (day + 0.5 - onset) / GROWS_FOR_DAYS));
  }
}
