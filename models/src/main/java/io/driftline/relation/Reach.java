package io.driftline.relation;

import io.driftline.activity.Requester;
import java.util.List;
import java.util.Objects;

/**
 * That a party can reach a system, and through whom.
 *
 * @param party whoever asks; {@code null} for nobody known
 * @param path the agents on the way, at least one, the last of which acts on the system; no other
 *     way to it is shorter
 * @param system what is reached
 * @param access what that agent does there, for whomever
 * @param use what of it was done for the party, whichever way it called; {@code null} if nothing
 *     was yet
 */
public record Reach(Requester party, List<String> path, String system, Access access, Use use) {

  public Reach {
    path = List.copyOf(path);
    Objects.requireNonNull(system, "system");
    Objects.requireNonNull(access, "access");
    if (path.isEmpty()) {
      throw new IllegalArgumentException("a system is reached through an agent");
    }
  }

  /** Whether anything was done for the party. */
  public boolean isUsed() {
    return use != null;
  }
}
