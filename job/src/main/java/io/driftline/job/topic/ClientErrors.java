package io.driftline.job.topic;

import io.driftline.job.settings.Secrets;
import java.util.Properties;

/** Turns what a Kafka client throws into failures that quote nothing of its passwords. */
final class ClientErrors {

  private final Properties client;

  ClientErrors(Properties client) {
    this.client = client;
  }

  /** The failure that says what the innermost cause says. */
  BrokerFailure failure(String what, String hint, Throwable cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String said = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    return new BrokerFailure(what + ": " + clean(said), hint, orNone(cause));
  }

  /** The cause, unless it gives something away. */
  Throwable orNone(Throwable cause) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      String told = String.valueOf(each.getMessage());
      if (!told.equals(clean(told))) {
        return null;
      }
    }
    return cause;
  }

  /** What is malformed in {@code sasl.jaas.config} is quoted, and may be the end of a password. */
  private String clean(String text) {
    String redacted = Secrets.redact(text, client);
    return redacted.contains("JAAS")
        ? redacted.replaceAll("'[^']*'", "'" + Secrets.MASK + "'")
        : redacted;
  }
}
