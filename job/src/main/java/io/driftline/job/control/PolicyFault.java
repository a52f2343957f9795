package io.driftline.job.control;

import io.driftline.job.ingest.Rejection;
import java.util.Objects;

/**
 * What is wrong with a policy.
 *
 * @param path where, for example {@code rules[3].line}
 * @param reason what kind of fault it is
 * @param message what was found, and what is expected
 */
public record PolicyFault(String path, Rejection reason, String message) {

  public PolicyFault {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(message, "message");
  }
}
