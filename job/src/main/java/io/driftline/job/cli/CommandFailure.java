package io.driftline.job.cli;

import java.util.Objects;

/** A failure that is told to the user as {@code driftline: what (hint)}. */
public final class CommandFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String hint;

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
    super(Objects.requireNonNull(what, "what"), cause);
    this.hint = Objects.requireNonNull(hint, "hint");
  }

  /** What the user can do about it. */
  public String hint() {
    return hint;
  }
}
