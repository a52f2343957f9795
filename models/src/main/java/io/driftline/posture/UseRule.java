package io.driftline.posture;

/**
 * A rule about what an agent does: judges one use by what the registry says of its time, and so
 * gives the same answer whenever it is asked with the same knowledge.
 */
interface UseRule {

  /** Which rule it is. */
  PostureRule rule();

  /**
   * What a finding would be about, or {@code null} if nothing is wrong.
   *
   * @param used what was used: a right, of which the permission may be {@code null}, or who asked;
   *     or the subject of an earlier finding of this rule, which says as much
   * @param time when, epoch milliseconds
   */
  FindingSubject accuses(FindingSubject used, long time, PostureView view);

  /**
   * The rule that cannot be broken by the same use, so that of two findings about the same only the
   * later one stands; {@code null} if there is none.
   */
  default PostureRule excludes() {
    return null;
  }

  /** Whether what a finding is about would be wrong at a time. */
  default boolean isBroken(FindingSubject subject, long time, PostureView view) {
    return subject.equals(accuses(subject, time, view));
  }

  /** Whether what the registry says at a time puts a finding right. */
  default boolean isRepaired(FindingSubject subject, long time, PostureView view) {
    return !isBroken(subject, time, view);
  }
}
