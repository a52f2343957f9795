package io.driftline.posture;

import io.driftline.registry.AgentRecord;
import io.driftline.registry.Grant;
import java.time.Instant;
import java.util.List;

/**
 * All by which an agent is judged at one moment.
 *
 * @param now event time, epoch milliseconds
 * @param view what the registry says
 * @param rights which rights the agent used, and when last
 * @param watchedSince from when on its uses are known, epoch milliseconds; {@link
 *     PostureView#NEVER} if not even the beginning is known yet
 * @param settings how long is too long
 */
record JudgedMoment(
    long now, PostureView view, UseLog rights, long watchedSince, PostureSettings settings) {

  /** What is said of the agent; {@code null} if it is not registered. */
  AgentRecord agent() {
    return view.agentAt(now);
  }

  /** All grants on record; none if they are not declared. */
  List<Grant> grants() {
    AgentRecord agent = agent();
    return agent == null || agent.grants() == null ? List.of() : agent.grants();
  }

  /** The grants on record that hold. */
  List<Grant> holding() {
    Instant instant = Instant.ofEpochMilli(now);
    return grants().stream().filter(grant -> grant.holdsAt(instant)).toList();
  }

  /** The subject of a finding about a grant. */
  static FindingSubject subjectOf(Grant grant) {
    return FindingSubject.ofRight(grant.right().system(), grant.right().permission());
  }
}
