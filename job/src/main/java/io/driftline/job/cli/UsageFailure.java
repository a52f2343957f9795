package io.driftline.job.cli;

import io.driftline.job.config.HintedFailure;

/** What was given on the command line is not enough: the exit code is that of a wrong one. */
final class UsageFailure extends HintedFailure {

  private static final long serialVersionUID = 1L;

  /**
   * @param what what is wrong, without a full stop
   * @param hint what to do about it
   */
  UsageFailure(String what, String hint) {
    super(what, hint, null);
  }
}
