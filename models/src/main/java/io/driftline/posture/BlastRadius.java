package io.driftline.posture;

import io.driftline.feature.SensitivityTable;
import io.driftline.registry.Right;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How far harm can reach through an agent or a person: the number of systems it can act on, and the
 * sum, over these systems, of the worst that it can do there.
 *
 * @param systems distinct systems within reach, at least 0; {@link #EVERYWHERE} for all there are
 * @param harm sum over the systems of the highest sensitivity of a right there, each in [0, 1]
 */
public record BlastRadius(int systems, double harm) {

  /** Stands for every system: a right that names none. */
  public static final int EVERYWHERE = Integer.MAX_VALUE;

  /** From here on {@link Reach#WIDE}. Our own choice: two systems in which anything can be done. */
  private static final double WIDE = 2;

  /** From here on {@link Reach#VAST}. Our own choice. */
  private static final double VAST = 5;

  /** Nothing within reach. */
  public static final BlastRadius NONE = new BlastRadius(0, 0);

  public BlastRadius {
    if (systems < 0 || !(harm >= 0)) {
      throw new IllegalArgumentException(
          "a blast radius has no negative parts, got %d systems and harm %s"
              .formatted(systems, harm));
    }
  }

  /** Three sizes of it. */
  public enum Reach {
    NARROW,
    WIDE,
    VAST;

    /** The name used in outputs, for example {@code wide}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The reach of these rights together. A permission that is a pattern allows the worst. */
  public static BlastRadius of(Collection<Right> rights, SensitivityTable sensitivity) {
    Map<String, Double> worst = new HashMap<>();
    for (Right right : rights) {
      worst.merge(right.system(), harmOf(right, sensitivity), Math::max);
    }
    double harm = worst.values().stream().mapToDouble(Double::doubleValue).sorted().sum();
    return worst.containsKey(Right.ANY)
        ? new BlastRadius(EVERYWHERE, Math.max(harm, VAST))
        : new BlastRadius(worst.size(), harm);
  }

  /** Its size. */
  public Reach reach() {
    return harm >= VAST ? Reach.VAST : harm >= WIDE ? Reach.WIDE : Reach.NARROW;
  }

  private static double harmOf(Right right, SensitivityTable sensitivity) {
    return right.permission().endsWith(Right.ANY) ? 1 : sensitivity.levelOf(right.permission());
  }
}
