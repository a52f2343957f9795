package io.driftline.simulate;

import io.driftline.activity.Outcome;

/**
 * One step of a session before it is dressed as an event.
 *
 * @param gapMillis time since the step before, at least 0
 * @param resource {@code null} when the call names none
 * @param bytes 0 when the system reports none
 * @param attack {@code null} when harmless
 */
record Move(
    Operation operation,
    String resource,
    long gapMillis,
    long bytes,
    Outcome outcome,
    AttackKind attack) {
  private static final double BYTES_SPREAD = 1.1;

  /**
   * A plausible amount of data for the operation, at least 1, or 0 when none is reported.
   *
   * @param factor how many times the usual amount
   */
  static long bytes(Operation operation, double factor, Dice dice) {
    return operation.medianBytes() == 0
        ? 0
        : 1 + (long) dice.logNormal(factor * operation.medianBytes(), BYTES_SPREAD);
  }
}
