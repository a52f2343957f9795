package io.driftline.simulate;

import io.driftline.activity.AgentKind;
import java.util.List;

/**
 * Where an agent's calls come from: an office lease that changes every few days or home, a handful
 * of a vendor's gateways, or a pool of containers. Each now and then shows an address never seen.
 * Public addresses are from the documentation ranges of RFC 5737.
 */
record Network(AgentKind kind, long seed) {
  private static final List<String> PUBLIC = List.of("192.0.2.", "198.51.100.", "203.0.113.");
  private static final int LEASE_DAYS = 6;
  private static final double AT_HOME = 0.15;
  private static final double ELSEWHERE = 0.004;

  String address(int day, Dice dice) {
    if (dice.chance(ELSEWHERE)) {
      return anywhere(dice);
    }
    return switch (kind) {
      case PERSONAL -> dice.chance(AT_HOME) ? home() : lease(day);
      case THIRD_PARTY -> "198.51.100." + (1 + octet(1) % 60 + dice.skewed(3));
      case ORGANIZATIONAL -> "10.42." + octet(2) % 8 + "." + (10 + dice.skewed(24));
    };
  }

  /** A public address without any tie to an agent. */
  static String anywhere(Dice dice) {
    return dice.pick(PUBLIC) + dice.between(1, 254);
  }

  private String home() {
    return "203.0.113." + (1 + octet(3) % 254);
  }

  private String lease(int day) {
    int lease = Math.floorDiv(day + octet(4), LEASE_DAYS);
    return "10.20." + octet(5) % 6 + "." + (1 + octet(1000 + lease) % 254);
  }

  private int octet(int label) {
    return (int) (Dice.mix(seed, label) >>> 56);
  }
}
