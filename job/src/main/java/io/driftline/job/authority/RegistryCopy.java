package io.driftline.job.authority;

import io.driftline.posture.Principal;
import io.driftline.registry.RegistryChange;
import java.util.Objects;

/**
 * What the registry says of a principal, for one of the keys by which the principal is judged.
 *
 * @param key the key of the stage
 * @param change what it says
 */
public record RegistryCopy(String key, RegistryChange change) {

  public RegistryCopy {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(change, "change");
  }

  Principal principal() {
    return Principal.of(change);
  }
}
