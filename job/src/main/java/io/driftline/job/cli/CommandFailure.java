package io.driftline.job.cli;

import io.driftline.job.config.HintedFailure;

/** A failure that is told to the user as {@code driftline: what (hint)}. */
public final class CommandFailure extends HintedFailure {

  private static final long serialVersionUID = 1L;

  /**
   * @param what what went wrong and where, without a full stop
   * @param hint what to do about it
   */
  public CommandFailure(String what, String hint) {
    this(what, hint, null);
  }

  /**
   * @param what what went wrong and where, without a full stop
   * @param hint what to do about it
   * @param cause shown with {@code --debug}; may be {@code null}
   */
  public CommandFailure(String what, String hint, Throwable cause) {
    super(what, hint, cause);
  }
}
