package io.driftline.simulate;

/**
 * One phase of a workflow.
 *
 * @param operation what is called
 * @param chance how likely the phase happens at all, in (0, 1]
 * @param most how often it may be repeated; one call is the commonest
 */
record Step(Operation operation, double chance, int most) {

  static Step always(Operation operation) {
    return new Step(operation, 1, 1);
  }

  static Step maybe(Operation operation, double chance) {
    return new Step(operation, chance, 1);
  }

  static Step upTo(int most, Operation operation) {
    return new Step(operation, 1, most);
  }

  /** How many calls this phase makes this time, possibly none. */
  int calls(Dice dice) {
    return dice.chance(chance) ? 1 + dice.skewed(most) : 0;
  }
}
