package io.driftline.relation;

import io.driftline.activity.Requester;
import java.util.Comparator;

/**
 * Whoever has agents act: a person, a schedule, another agent, or {@code null} for nobody known.
 */
public final class Parties {

  /** People first, then agents and schedules, then those of unknown type, and nobody last. */
  public static final Comparator<Requester> ORDER =
      Comparator.nullsLast(
          Comparator.comparing(
                  Requester::type, Comparator.nullsLast(Comparator.<Requester.Type>naturalOrder()))
              .thenComparing(Requester::id));

  private Parties() {}

  /** An agent that has others act. */
  public static Requester agent(String agentId) {
    return new Requester(agentId, Requester.Type.AGENT);
  }

  /** Whether it is an agent itself. */
  public static boolean isAgent(Requester party) {
    return party != null && party.type() == Requester.Type.AGENT;
  }
}
