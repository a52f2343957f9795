package io.driftline.decide;

import java.io.Serializable;

/**
 * From which score on an action is raised.
 *
 * @param alert the alert line, 0 to 100, itself raised; 75 is one ordinary action in a thousand
 */
public record Thresholds(double alert) implements Serializable {

  /** One ordinary action in a thousand. */
  public static final double DEFAULT_ALERT = 75;

  public Thresholds {
    if (!(alert >= 0 && alert <= 100)) {
      throw new IllegalArgumentException("alert must lie in [0, 100], was " + alert);
    }
  }

  /** The default alert line. */
  public static Thresholds defaults() {
    return new Thresholds(DEFAULT_ALERT);
  }
}
