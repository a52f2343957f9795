package io.driftline.posture;

import java.util.List;

/**
 * Uses that seemed wrong, and are judged again once the first of them is in the past.
 *
 * @param rule that they seemed to break
 * @param subject what a finding would be about
 * @param first time of the first, epoch milliseconds
 * @param firstId its event's id
 * @param last time of the last
 * @param lastId its event's id
 * @param count how many there are, at least 1
 */
record HeldUse(
    PostureRule rule,
    FindingSubject subject,
    long first,
    String firstId,
    long last,
    String lastId,
    long count) {

  static HeldUse of(PostureRule rule, FindingSubject subject, long time, String eventId) {
    return new HeldUse(rule, subject, time, eventId, time, eventId, 1);
  }

  /** With one more. */
  HeldUse and(long time, String eventId) {
    boolean earlier = time < first;
    boolean later = time > last;
    return new HeldUse(
        rule,
        subject,
        earlier ? time : first,
        earlier ? eventId : firstId,
        later ? time : last,
        later ? eventId : lastId,
        count + 1);
  }

  /** The last one alone. */
  HeldUse lastOnly() {
    return of(rule, subject, last, lastId);
  }

  Observed observed() {
    return new Observed(
        first, last, count, count == 1 ? List.of(firstId) : List.of(firstId, lastId));
  }
}
