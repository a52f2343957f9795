package io.driftline.job.evaluate;

/**
 * How one kind of attack fared.
 *
 * @param kind as the labels name it
 * @param labelled attacks of that kind in the test phase
 * @param found those found by an alert: of the session, with or after its first malicious action;
 *     without a session, on a malicious action
 */
public record AttackTally(String kind, long labelled, long found) {

  /** Attacks without such an alert. */
  public long missed() {
    return labelled - found;
  }
}
