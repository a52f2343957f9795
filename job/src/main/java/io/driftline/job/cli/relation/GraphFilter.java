package io.driftline.job.cli.relation;

import io.driftline.activity.Requester;
import io.driftline.relation.Reach;

/**
 * Which part of the graph is asked for; what is {@code null} does not matter.
 *
 * @param user id of the person, or whoever else has agents act
 * @param agent id of an agent on the way, or that has others act
 * @param system what is reached
 */
record GraphFilter(String user, String agent, String system) {

  boolean passes(Reach reach) {
    Requester party = reach.party();
    String partyId = party == null ? null : party.id();
    return (user == null || user.equals(partyId))
        && (agent == null || agent.equals(partyId) || reach.path().contains(agent))
        && (system == null || system.equals(reach.system()));
  }

  /** What is reached does not matter here. */
  boolean passes(Blast blast) {
    String party = blast.party() == null ? null : blast.party().id();
    return user == null && agent == null
        || user != null && user.equals(party)
        || agent != null && agent.equals(blast.agentId());
  }
}
