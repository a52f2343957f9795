package io.driftline.drift;

import io.driftline.activity.Agent;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What an agent did in the recent window that ends with a day: what it tells its peers.
 *
 * @param agent as its latest action stated it
 * @param day the last of the window, counted from the epoch
 * @param systems hours of use of each, the most used at most {@value #MOST_VALUES}
 * @param permissions the same
 * @param actions the same
 */
public record DayMix(
    Agent agent, long day, ValueHours systems, ValueHours permissions, ValueHours actions) {

  /** Most values of a dimension that are told. */
  static final int MOST_VALUES = 64;

  /** In which an agent is compared with its peers: requesters and resources are its own affair. */
  static final List<DriftDimension> DIMENSIONS =
      List.of(DriftDimension.SYSTEM, DriftDimension.PERMISSION, DriftDimension.ACTION);

  private static final int LEAST_HOURS = 20;
  private static final int LEAST_ACTIVE_DAYS = 3;

  public DayMix {
    Objects.requireNonNull(agent, "agent");
    Objects.requireNonNull(systems, "systems");
    Objects.requireNonNull(permissions, "permissions");
    Objects.requireNonNull(actions, "actions");
  }

  /** {@code null} when the window holds too little to be compared. */
  static DayMix of(Agent agent, Map<DriftDimension, MixHistory> mixes, long day, int days) {
    long from = day - days + 1;
    boolean enough = DIMENSIONS.stream().map(mixes::get).allMatch(mix -> isEnough(mix, from, day));
    return enough
        ? new DayMix(
            agent,
            day,
            mixes.get(DriftDimension.SYSTEM).hours(from, day, MOST_VALUES),
            mixes.get(DriftDimension.PERMISSION).hours(from, day, MOST_VALUES),
            mixes.get(DriftDimension.ACTION).hours(from, day, MOST_VALUES))
        : null;
  }

  private static boolean isEnough(MixHistory mix, long from, long to) {
    return mix.total(from, to) >= LEAST_HOURS
        && mix.activeDays(from, to) >= LEAST_ACTIVE_DAYS
        && mix.isUsed(from, to);
  }

  /** The hours of one of the {@link #DIMENSIONS}. */
  ValueHours of(DriftDimension dimension) {
    return switch (dimension) {
      case SYSTEM -> systems;
      case PERMISSION -> permissions;
      case ACTION -> actions;
      default -> throw new IllegalArgumentException("peers are not compared in " + dimension);
    };
  }
}
