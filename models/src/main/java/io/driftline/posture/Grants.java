package io.driftline.posture;

import io.driftline.registry.AgentRecord;
import io.driftline.registry.Grant;
import io.driftline.registry.Right;
import java.time.Instant;

/** Whether grants allow what was used. */
final class Grants {

  private Grants() {}

  /**
   * Whether nothing speaks against the use: a grant holds, or no grants are declared, or there is
   * no record at all, which another rule holds against the agent; or no permission is stated.
   */
  static boolean allow(FindingSubject used, AgentRecord agent, long time) {
    return used.permission() == null
        || agent == null
        || agent.isGranted(used.system(), used.permission(), Instant.ofEpochMilli(time));
  }

  /** Whether a grant on record allowed the use before and no longer does. */
  static boolean hadExpired(FindingSubject used, AgentRecord agent, long time) {
    Instant instant = Instant.ofEpochMilli(time);
    for (Grant grant : agent.grants()) {
      if (grant.hasExpiredAt(instant) && grant.right().covers(used.system(), used.permission())) {
        return true;
      }
    }
    return false;
  }

  /** Whether another grant of the same right holds. */
  static boolean isRenewed(Right right, JudgedMoment moment) {
    return moment.holding().stream().anyMatch(other -> other.right().covers(right));
  }
}
