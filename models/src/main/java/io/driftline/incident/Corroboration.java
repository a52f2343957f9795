package io.driftline.incident;

import static io.driftline.posture.PostureRule.DORMANT_AGENT_USED;
import static io.driftline.posture.PostureRule.DORMANT_CREDENTIAL_USED;
import static io.driftline.posture.PostureRule.EXPIRED_GRANT_USED;
import static io.driftline.posture.PostureRule.NO_GRANT;
import static io.driftline.posture.PostureRule.OUTSIDE_PURPOSE;
import static io.driftline.posture.PostureRule.ROTATED_CREDENTIAL_USED;
import static io.driftline.posture.PostureRule.SHARED_CREDENTIAL;
import static io.driftline.posture.PostureRule.UNKNOWN_CREDENTIAL;

import io.driftline.posture.PostureRule;
import io.driftline.posture.Severity;
import java.util.Set;

/**
 * Which signals are evidence of their own that an agent does what it should not: every anomaly,
 * drift that is not mild, and findings about a use. Not so are findings that hold whatever the
 * agent does (no owner, a review is overdue), and those about a requester's authority: an anomaly's
 * severity counts that already.
 */
final class Corroboration {

  private static final Set<PostureRule> RULES =
      Set.of(
          NO_GRANT,
          EXPIRED_GRANT_USED,
          OUTSIDE_PURPOSE,
          DORMANT_AGENT_USED,
          UNKNOWN_CREDENTIAL,
          SHARED_CREDENTIAL,
          ROTATED_CREDENTIAL_USED,
          DORMANT_CREDENTIAL_USED);

  private Corroboration() {}

  static boolean isGivenBy(Signal signal) {
    return switch (signal.kind()) {
      case ANOMALY -> true;
      case DRIFT -> signal.severity().compareTo(Severity.MEDIUM) >= 0;
      case FINDING -> accuses(PostureRule.ofId(signal.code()));
    };
  }

  private static boolean accuses(PostureRule ruleOrNull) {
    return ruleOrNull != null && RULES.contains(ruleOrNull);
  }
}
