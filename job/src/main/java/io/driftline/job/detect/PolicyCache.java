package io.driftline.job.detect;

import io.driftline.decide.AlertPolicy;
import io.driftline.decide.ThresholdPolicy;
import io.driftline.decide.Thresholds;
import io.driftline.feature.SensitivityTable;
import java.util.IdentityHashMap;
import java.util.Map;

/** What is decided by each policy that holds, made once: in event-time order they may alternate. */
final class PolicyCache {

  /** More than hold at a time. */
  private static final int MOST = 32;

  private final Thresholds thresholds;
  private final SensitivityTable sensitivity;
  private final Map<ThresholdPolicy, AlertPolicy> made = new IdentityHashMap<>();

  PolicyCache(Thresholds thresholds, SensitivityTable sensitivity) {
    this.thresholds = thresholds;
    this.sensitivity = sensitivity;
  }

  AlertPolicy of(ThresholdPolicy policy) {
    AlertPolicy known = made.get(policy);
    return known != null ? known : make(policy);
  }

  private AlertPolicy make(ThresholdPolicy policy) {
    if (made.size() == MOST) {
      made.clear();
    }
    AlertPolicy fresh = new AlertPolicy(thresholds, policy, sensitivity);
    made.put(policy, fresh);
    return fresh;
  }
}
