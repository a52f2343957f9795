package io.driftline.incident;

import java.util.Objects;

/**
 * Somebody's word that a suppression is to hold, or to hold no longer.
 *
 * @param id of the suppression
 * @param suppression what is to hold from now on; {@code null} if it is withdrawn
 * @param time when it was said, epoch milliseconds
 */
public record SuppressionChange(String id, Suppression suppression, long time) {

  public SuppressionChange {
    Objects.requireNonNull(id, "id");
    if (suppression != null && !suppression.id().equals(id)) {
      throw new IllegalArgumentException(
          "the change of %s holds suppression %s".formatted(id, suppression.id()));
    }
  }
}
