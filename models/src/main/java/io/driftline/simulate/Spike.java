package io.driftline.simulate;

/**
 * One day is out of the ordinary, and the next is as ever.
 *
 * @param onset that day
 * @param oneSession whether it is one endless session, or many of the usual ones
 */
record Spike(int onset, boolean oneSession) implements Drift {
  private static final double FACTOR = 8;
  private static final int CALLS = 200;
  private static final double PACE_SECONDS = 2;
  private static final long FROM_HOUR = 9;
  private static final int WITHIN = (int) (5 * Rhythm.HOUR);

  @Override
  public DriftScript script() {
    return DriftScript.SPIKE;
  }

  @Override
  public int end() {
    return onset + 1;
  }

  @Override
  public double sessions(int day) {
    return day == onset && !oneSession ? FACTOR : 1;
  }

  /** The endless session: one of the agent's own calls, on what it would touch anyway. */
  SessionPlan session(AgentProfile agent, long midnight, ResourceChooser resources, Dice dice) {
    Step first = agent.tasks().get(0).steps().get(0);
    AttackScene scene = new AttackScene(null, agent, onset, resources, dice);
    MoveBuilder moves = scene.moves().pace(PACE_SECONDS).usual(first.operation(), CALLS);
    long start = midnight + FROM_HOUR * Rhythm.HOUR + dice.below(WITHIN);
    Intrusion loop = Intrusion.alone(moves.build());
    return new SessionPlan(agent, onset, start, dice.nextLong(), false, loop);
  }
}
