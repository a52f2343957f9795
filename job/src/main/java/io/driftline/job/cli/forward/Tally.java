package io.driftline.job.cli.forward;

import java.util.Locale;

/** What has been done so far. */
final class Tally {

  private long forwarded;
  private long retried;
  private long deadLettered;
  private String lastFailure;

  void forwarded() {
    forwarded++;
  }

  void retried(Answer answer) {
    retried++;
    lastFailure = answer.reason();
  }

  void deadLettered() {
    deadLettered++;
  }

  void refused(Answer answer) {
    lastFailure = answer.reason();
  }

  /** One line without a line break. */
  @Override
  public String toString() {
    String counts =
        String.format(
            Locale.ROOT,
            "%,d forwarded, %,d retried, %,d dead-lettered",
            forwarded,
            retried,
            deadLettered);
    return lastFailure == null ? counts : counts + ", last failure: " + lastFailure;
  }
}
