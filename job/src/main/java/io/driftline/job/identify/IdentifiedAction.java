package io.driftline.job.identify;

import io.driftline.activity.AgentAction;
import io.driftline.baseline.SessionContext;
import io.driftline.posture.Standing;
import io.driftline.registry.Authority;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * An action that is new, with its place in its session and its agent's peers.
 *
 * @param action what was done
 * @param session where in its session it stands
 * @param cohort the agent's peers: kind and purpose
 * @param late whether it came after the watermark had passed its time
 * @param authority with whose authority it was done; {@code null} where nobody judges that
 * @param standing what the registry says about the agent; {@code null} where it says nothing
 */
@TypeInfo(IdentifiedActionSerializer.TypeFactory.class)
public record IdentifiedAction(
    AgentAction action,
    SessionContext session,
    String cohort,
    boolean late,
    Authority authority,
    Standing standing) {

  public IdentifiedAction {
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(cohort, "cohort");
  }

  /** An action of which no registry tells anything. */
  public static IdentifiedAction unregistered(
      AgentAction action, SessionContext session, String cohort, boolean late) {
    return new IdentifiedAction(action, session, cohort, late, null, null);
  }
}
