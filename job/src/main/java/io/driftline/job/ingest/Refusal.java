package io.driftline.job.ingest;

/** Ends the decoding of one record. Without a stack trace, as a flood of bad records is cheap. */
final class Refusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final Rejection reason;

  Refusal(Rejection reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
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

  Rejection reason() {
    return reason;
  }
}
