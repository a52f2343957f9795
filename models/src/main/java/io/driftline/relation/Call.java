package io.driftline.relation;

import io.driftline.activity.AgentAction;
import io.driftline.activity.Requester;
import io.driftline.registry.Authority;
import java.util.List;

/**
 * For whom an agent acts, and through which other agents it was called.
 *
 * @param requester who asked first; {@code null} if nobody is known
 * @param chain the agents between the requester and the one that acts, in order of the calls
 */
record Call(Requester requester, List<String> chain) {

  /** A longer chain is cut at its beginning: calls that deep are a loop. */
  static final int LONGEST_CHAIN = 8;

  Call {
    int cut = Math.max(0, chain.size() - LONGEST_CHAIN);
    chain = List.copyOf(chain.subList(cut, chain.size()));
  }

  /**
   * The call behind an action: what is known of its authority, or else what the event states.
   *
   * @param authority {@code null} where nobody judges that
   */
  static Call of(AgentAction action, Authority authority) {
    if (authority != null && authority.requester() != null) {
      return new Call(authority.requester(), authority.chain());
    }
    Requester stated = action.requester();
    String parent = action.parentAgentId();
    boolean between =
        parent != null
            && !parent.equals(action.agentId())
            && !(stated != null && stated.id().equals(parent));
    return new Call(stated, between ? List.of(parent) : List.of());
  }
}
