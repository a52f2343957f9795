package io.driftline.job.ingest;

/** Ends the decoding of one record. Without a stack trace, as a flood of bad records is cheap. */
public final class Refusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final Rejection reason;
  private final String field;

  /**
   * Refuses the record as a whole.
   *
   * @param message what was wrong, and what is expected
   */
  public Refusal(Rejection reason, String message) {
    this(reason, null, message);
  }

  private Refusal(Rejection reason, String field, String message) {
    super(message, null, false, false);
    this.reason = reason;
    this.field = field;
  }

  /**
   * Refuses the record for one of its fields.
   *
   * @param field its path, for example {@code grants[2].expires}; the message begins with it
   * @param fault what was wrong with it, and what is expected
   */
  public static Refusal of(Rejection reason, String field, String fault) {
    return new Refusal(reason, field, field + " " + fault);
  }

  static Refusal tooLarge(long size) {
    return new Refusal(
        Rejection.TOO_LARGE,
        "the record has "
            + size
            + " bytes; at most "
            + ActivityContract.MAX_RECORD_BYTES
            + " are allowed");
  }

  /** What kind of fault it is. */
  public Rejection reason() {
    return reason;
  }

  /** The path of the field with the fault; {@code null} if it is not one field's. */
  public String field() {
    return field;
  }
}
