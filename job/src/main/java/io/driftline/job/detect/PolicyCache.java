package io.driftline.job.detect;

import io.driftline.decide.AlertPolicy;
import io.driftline.decide.ThresholdPolicy;
import io.driftline.decide.Thresholds;
import io.driftline.feature.SensitivityTable;

/** What is decided by the policy that holds, made anew when another holds. */
final class PolicyCache {

  private final Thresholds thresholds;
  private final SensitivityTable sensitivity;
  private ThresholdPolicy held;
  private AlertPolicy made;

  PolicyCache(Thresholds thresholds, SensitivityTable sensitivity) {
    this.thresholds = thresholds;
    this.sensitivity = sensitivity;
  }

  AlertPolicy of(ThresholdPolicy policy) {
    if (policy != held) {
      made = new AlertPolicy(thresholds, policy, sensitivity);
      held = policy;
    }
    return made;
  }
}
