package io.driftline.simulate;

/**
 * What an agent does once on every working day.
 *
 * @param from from when on, epoch milliseconds
 * @param until until when, exclusive
 */
record Routine(Operation call, long from, long until) {

  boolean includes(long time) {
    return from <= time && time < until;
  }
}
