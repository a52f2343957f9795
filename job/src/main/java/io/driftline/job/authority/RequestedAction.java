package io.driftline.job.authority;

import io.driftline.activity.AgentAction;
import io.driftline.registry.Authority;
import io.driftline.registry.AuthorityVerdict;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * An action, and with whose authority it was done.
 *
 * @param action what was done
 * @param authority {@code null} where nobody tells the job what people may do
 */
@TypeInfo(RequestedActionSerializer.TypeFactory.class)
public record RequestedAction(AgentAction action, Authority authority) {

  public RequestedAction {
    Objects.requireNonNull(action, "action");
  }

  /** An action whose authority nobody judges. */
  public static RequestedAction unjudged(AgentAction action) {
    return new RequestedAction(action, null);
  }

  /** The same with a verdict on its authority, which it must have. */
  public RequestedAction judged(AuthorityVerdict verdict) {
    return verdict == authority.verdict()
        ? this
        : new RequestedAction(action, authority.with(verdict));
  }

  /** The key of every stage that keeps state by agent. */
  public String agentId() {
    return action.agentId();
  }
}
