package io.driftline.job.registry;

import io.driftline.job.ingest.DeadLetter;
import io.driftline.registry.RegistryChange;

/**
 * What became of one record of the registry: exactly one of the two components is present.
 *
 * @param change what the registry says from now on, or {@code null}
 * @param deadLetter why the record says nothing, or {@code null}
 */
public record RegistryRecord(RegistryChange change, DeadLetter deadLetter) {

  public RegistryRecord {
    if ((change == null) == (deadLetter == null)) {
      throw new IllegalArgumentException("exactly one of change and dead letter must be there");
    }
  }

  /** A record that says something. */
  public static RegistryRecord of(RegistryChange change) {
    return new RegistryRecord(change, null);
  }

  /** A record that was refused. */
  public static RegistryRecord of(DeadLetter letter) {
    return new RegistryRecord(null, letter);
  }
}
