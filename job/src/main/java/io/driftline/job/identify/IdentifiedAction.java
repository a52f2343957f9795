package io.driftline.job.identify;

import io.driftline.activity.AgentAction;
import io.driftline.baseline.SessionContext;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * An action that is new, with its place in its session and its agent's peers.
 *
 * @param action what was done
 * @param session where in its session it stands
 * @param cohort the agent's peers: kind and purpose
 * @param late whether it came after the watermark had passed its time
 */
@TypeInfo(IdentifiedActionSerializer.TypeFactory.class)
public record IdentifiedAction(
    AgentAction action, SessionContext session, String cohort, boolean late) {

  public IdentifiedAction {
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(cohort, "cohort");
  }
}
