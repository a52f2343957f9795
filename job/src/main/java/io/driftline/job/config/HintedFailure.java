package io.driftline.job.config;

import java.util.Objects;

/** A failure that a user can do something about: {@code what (hint)}. */
public class HintedFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String hint;

  /**
   * @param what what went wrong and where, without a full stop
   * @param hint what to do about it
   * @param cause may be {@code null}
   */
  public HintedFailure(String what, String hint, Throwable cause) {
    super(Objects.requireNonNull(what, "what"), cause);
    this.hint = Objects.requireNonNull(hint, "hint");
  }

  /** What the user can do about it. */
  public String hint() {
    return hint;
  }

  /** Where nobody asks for the hint, as in a cluster's log, it is still told. */
  @Override
  public String toString() {
    return "%s: %s (%s)".formatted(getClass().getName(), getMessage(), hint);
  }
}
