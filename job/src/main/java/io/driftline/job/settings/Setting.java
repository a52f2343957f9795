package io.driftline.job.settings;

import java.util.Objects;

/**
 * A value, and where it was set.
 *
 * @param key name of the option
 * @param value as it was written; may be secret, see {@link Secrets}
 * @param origin where
 */
public record Setting(String key, String value, Origin origin) {

  public Setting {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(origin, "origin");
  }

  /** Never shows a secret. */
  @Override
  public String toString() {
    return "%s = %s (%s)".formatted(key, Secrets.mask(key, value), origin);
  }
}
