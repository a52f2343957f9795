package io.driftline.simulate;

/**
 * A value that is replaced once: a release by its upgrade, a credential by its rotation.
 *
 * @param day from which day of the simulation on {@code after} holds; beyond the span for never
 */
record Change<T>(T before, T after, int day) {
  static final int NEVER = Integer.MAX_VALUE;

  T at(int today) {
    return today < day ? before : after;
  }
}
