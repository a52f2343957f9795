package io.driftline.decide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The policies that were published and can still be met. Of those that have begun at a time, the
 * one of the highest version holds. Immutable; at most {@value #MOST}.
 */
public final class PolicySchedule {

  /** Most policies kept; when there are more, the one of the lowest version goes. */
  public static final int MOST = 16;

  /** Nothing was published. */
  public static final PolicySchedule NONE = new PolicySchedule(List.of());

  /** By version, the highest first. */
  private final List<ScheduledPolicy> policies;

  private PolicySchedule(List<ScheduledPolicy> policies) {
    this.policies = List.copyOf(policies);
  }

  /** These policies, in any order. */
  static PolicySchedule of(List<ScheduledPolicy> policies) {
    List<ScheduledPolicy> sorted = new ArrayList<>(policies);
    sorted.sort(Comparator.comparingLong(ScheduledPolicy::version).reversed());
    return new PolicySchedule(sorted.subList(0, Math.min(MOST, sorted.size())));
  }

  /**
   * With one more; the same version twice is harmless.
   *
   * @param watermark event time that is over, epoch milliseconds: what only held before goes
   */
  public PolicySchedule with(ScheduledPolicy added, long watermark) {
    List<ScheduledPolicy> more = new ArrayList<>(policies);
    more.removeIf(each -> each.version() == added.version());
    more.add(added);
    PolicySchedule all = of(more);
    return of(all.policies.stream().filter(each -> all.isMetAfter(each, watermark)).toList());
  }

  /** The policy that holds at an event time; {@code otherwise} if none has begun. */
  public ThresholdPolicy at(long time, ThresholdPolicy otherwise) {
    for (ScheduledPolicy each : policies) {
      if (each.from() <= time) {
        return each.policy();
      }
    }
    return otherwise;
  }

  /** All of them, the highest version first. */
  public List<ScheduledPolicy> all() {
    return policies;
  }

  private boolean isMetAfter(ScheduledPolicy policy, long watermark) {
    long begins = Math.max(policy.from(), watermark);
    return policies.stream()
        .noneMatch(other -> other.version() > policy.version() && other.from() <= begins);
  }
}
