package io.driftline.job.cli.control;

import io.driftline.decide.ThresholdPolicy;
import io.driftline.job.control.ControlOrigin;
import io.driftline.job.control.ControlRecord;
import java.time.Instant;

/** The policy that the job accepts last of a topic, by the same rule. */
final class PolicyInForce {

  private ThresholdPolicy policy = ThresholdPolicy.NONE;
  private Long from;
  private ControlOrigin origin;

  /** Takes the next message of the topic; what is no policy, or stale, says nothing. */
  void take(ControlRecord record) {
    if (record.policy() != null && record.policy().version() > policy.version()) {
      policy = record.policy().policy();
      from = record.policy().from();
      origin = record.origin();
    }
  }

  /** {@link ThresholdPolicy#NONE} if there is none. */
  ThresholdPolicy policy() {
    return policy;
  }

  /** Who, when and why; there must be a policy. */
  String said() {
    String holds = from == null ? "" : ", holds from " + Instant.ofEpochMilli(from);
    String signer = origin.signer() == null ? "" : ", signed with " + origin.signer();
    return "version %d, by %s at %s%s%s: %s"
        .formatted(
            policy.version(),
            origin.by(),
            Instant.ofEpochMilli(origin.time()),
            holds,
            signer,
            origin.reason());
  }
}
