package io.driftline.posture;

import java.io.Serializable;
import java.util.concurrent.TimeUnit;

/**
 * How long is too long. All in milliseconds of event time, more than 0.
 *
 * @param reviewAfterMillis a grant that nobody has looked at for this long is due for review
 * @param unusedAfterMillis a grant that was not used for this long is not needed
 * @param dormantAfterMillis an agent that did nothing for this long, if that is long for it, was
 *     dormant
 * @param quietAfterMillis a finding by use that was not seen again for this long is over
 */
public record PostureSettings(
    long reviewAfterMillis, long unusedAfterMillis, long dormantAfterMillis, long quietAfterMillis)
    implements Serializable {

  public PostureSettings {
    requirePositive("reviewAfterMillis", reviewAfterMillis);
    requirePositive("unusedAfterMillis", unusedAfterMillis);
    requirePositive("dormantAfterMillis", dormantAfterMillis);
    requirePositive("quietAfterMillis", quietAfterMillis);
  }

  /** Review every 30 days, unused after 90 days, dormant after 7 days, quiet after 30 days. */
  public static PostureSettings defaults() {
    return new PostureSettings(
        TimeUnit.DAYS.toMillis(30),
        TimeUnit.DAYS.toMillis(90),
        TimeUnit.DAYS.toMillis(7),
        TimeUnit.DAYS.toMillis(30));
  }

  private static void requirePositive(String name, long millis) {
    if (millis <= 0) {
      throw new IllegalArgumentException(name + " must be more than 0, was " + millis);
    }
  }
}
