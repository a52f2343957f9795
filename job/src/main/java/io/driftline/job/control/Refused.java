package io.driftline.job.control;

import io.driftline.job.ingest.Rejection;

/** Ends the decoding of one control message. */
final class Refused extends Exception {

  private static final long serialVersionUID = 1L;

  private final Rejection reason;

  Refused(Rejection reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  Rejection reason() {
    return reason;
  }
}
