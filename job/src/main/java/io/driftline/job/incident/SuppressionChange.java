package io.driftline.job.incident;

import io.driftline.incident.Suppression;
import java.util.Objects;

/**
 * What somebody said of a suppression.
 *
 * @param id of the suppression
 * @param suppression as it is from now on; {@code null} if it is lifted
 * @param time of the message, epoch milliseconds
 */
public record SuppressionChange(String id, Suppression suppression, long time) {

  public SuppressionChange {
    Objects.requireNonNull(id, "id");
    if (suppression != null && !suppression.id().equals(id)) {
      throw new IllegalArgumentException(
          "suppression %s cannot be told as %s".formatted(suppression.id(), id));
    }
  }

  /** It holds, in the place of any other with its id. */
  public static SuppressionChange set(Suppression suppression, long time) {
    return new SuppressionChange(suppression.id(), suppression, time);
  }

  /** It is lifted. */
  public static SuppressionChange lifted(String id, long time) {
    return new SuppressionChange(id, null, time);
  }
}
