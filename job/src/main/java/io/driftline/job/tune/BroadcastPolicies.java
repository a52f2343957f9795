package io.driftline.job.tune;

import io.driftline.decide.PolicySchedule;
import io.driftline.decide.PolicyScheduleCodec;
import io.driftline.decide.ScheduledPolicy;
import io.driftline.decide.ThresholdPolicy;
import io.driftline.job.state.Ordering;
import org.apache.flink.runtime.state.OperatorStateBackend;

/**
 * The policies that every subtask knows. One whose message names no time holds in arrival order at
 * once, for whatever comes next; in event-time order from the time of the message.
 */
public final class BroadcastPolicies {

  private final BroadcastBytes stored;
  private PolicySchedule schedule;

  private BroadcastPolicies(BroadcastBytes stored) throws Exception {
    this.stored = stored;
    byte[] bytes = stored.get();
    schedule = bytes == null ? PolicySchedule.NONE : PolicyScheduleCodec.decode(bytes);
  }

  /** Opens the state and decodes what it holds. */
  public static BroadcastPolicies restore(OperatorStateBackend backend) throws Exception {
    return new BroadcastPolicies(BroadcastBytes.open(backend, "threshold-policies"));
  }

  /** Takes a policy in, and drops those that nothing after {@code watermark} can meet. */
  public void take(PublishedPolicy published, Ordering ordering, long watermark) throws Exception {
    schedule =
        schedule.with(
            new ScheduledPolicy(published.policy(), from(published, ordering)), watermark);
    stored.put(PolicyScheduleCodec.encode(schedule));
  }

  /** The policy that holds at an event time; {@code otherwise} if none was published. */
  public ThresholdPolicy at(long time, ThresholdPolicy otherwise) {
    return schedule.at(time, otherwise);
  }

  private static long from(PublishedPolicy published, Ordering ordering) {
    if (published.from() != null) {
      return published.from();
    }
    return ordering == Ordering.EVENT_TIME ? published.time() : Long.MIN_VALUE;
  }
}
