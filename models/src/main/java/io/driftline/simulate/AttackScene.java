package io.driftline.simulate;

/**
 * Where an attack takes place.
 *
 * @param kind {@code null} for what is odd but harmless
 * @param agent the agent that is misused
 * @param day day of the simulation, from 0
 * @param dice the attack's own randomness
 */
record AttackScene(
    AttackKind kind, AgentProfile agent, int day, ResourceChooser resources, Dice dice) {

  MoveBuilder moves() {
    return new MoveBuilder(this);
  }

  Area foreignArea() {
    return agent.purpose().foreignArea(dice);
  }

  People people() {
    return resources.people();
  }
}
