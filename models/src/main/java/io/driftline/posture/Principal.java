package io.driftline.posture;

import io.driftline.activity.Requester;
import io.driftline.registry.RegistryChange;
import io.driftline.registry.RegistryChange.Subject;
import java.util.Objects;

/**
 * Somebody whose own rights bound what an agent may do on their behalf: the person who asked, or an
 * agent that called it.
 *
 * @param kind whether an agent or a person
 * @param id of the agent or person
 */
public record Principal(Subject kind, String id) {

  public Principal {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(id, "id");
  }

  /** The person who asked; {@code null} if there is none, as for a schedule. */
  public static Principal of(Requester requester) {
    boolean person =
        requester != null
            && requester.type() != Requester.Type.SCHEDULE
            && requester.type() != Requester.Type.AGENT;
    return person ? new Principal(Subject.USER, requester.id()) : null;
  }

  /** An agent that called another. */
  public static Principal agent(String agentId) {
    return new Principal(Subject.AGENT, agentId);
  }

  /** Whom the registry speaks about. */
  public static Principal of(RegistryChange change) {
    return new Principal(change.subject(), change.id());
  }

  /** Whether it is a person. */
  public boolean isPerson() {
    return kind == Subject.USER;
  }
}
