package io.driftline.job.state;

/**
 * Numbers what the job keeps as a whole: which operators there are, and the forms of their state.
 * For each version there is a savepoint among the tests that every later release has to restore.
 */
public final class StateVersion {

  /** What this release writes; it reads this one and all before. docs/upgrading.md says more. */
  public static final int CURRENT = 1;

  private StateVersion() {}
}
