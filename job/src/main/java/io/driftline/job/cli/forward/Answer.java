package io.driftline.job.cli.forward;

import java.time.Duration;
import java.util.Set;

/**
 * What became of one attempt to deliver a record.
 *
 * @param status of HTTP; 0 if there was no answer
 * @param reason why there was none, or the status as a text; holds nothing secret
 * @param retryAfter how long the receiver asks to be left alone; zero if it does not say
 */
record Answer(int status, String reason, Duration retryAfter) {

  /** What follows from an answer. */
  enum Verdict {
    DELIVERED,
    /** It may go better later. */
    RETRY,
    /** It will go no better later. */
    REFUSED
  }

  private static final Set<Integer> LATER = Set.of(408, 425, 429);

  /** An answer with a status. */
  static Answer of(int status, Duration retryAfter) {
    return new Answer(status, "HTTP " + status, retryAfter);
  }

  /** No answer at all. */
  static Answer none(String reason) {
    return new Answer(0, reason, Duration.ZERO);
  }

  Verdict verdict() {
    if (status >= 200 && status < 300) {
      return Verdict.DELIVERED;
    }
    return status == 0 || status >= 500 || LATER.contains(status) ? Verdict.RETRY : Verdict.REFUSED;
  }
}
