package io.driftline.job.authority;

import io.driftline.posture.Principal;
import io.driftline.registry.AuthorityVerdict;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * Whether somebody's own rights were enough for an action.
 *
 * @param requested the action, and who asked
 * @param callerId the agent of the chain that is in question; {@code null} if the requester is
 */
@TypeInfo(AuthorityQuestionSerializer.TypeFactory.class)
public record AuthorityQuestion(RequestedAction requested, String callerId) {

  public AuthorityQuestion {
    Objects.requireNonNull(requested, "requested");
    Objects.requireNonNull(requested.authority(), "authority");
  }

  /** Whether the requester is in question: then the action goes on with the verdict. */
  boolean isAboutRequester() {
    return callerId == null;
  }

  /** Who is in question. */
  Principal principal() {
    return isAboutRequester()
        ? Principal.of(requested.authority().requester())
        : Principal.agent(callerId);
  }

  /** The action with the answer. */
  RequestedAction answered(AuthorityVerdict verdict) {
    return requested.judged(verdict);
  }
}
