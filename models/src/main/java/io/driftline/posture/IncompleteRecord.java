package io.driftline.posture;

import io.driftline.activity.AgentAction;

/**
 * An action is logged without requester or result. No registry has a say in it: it is found once,
 * and nothing said later makes it undone.
 */
final class IncompleteRecord {

  private IncompleteRecord() {}

  /** Whether something is missing. */
  static boolean is(AgentAction action) {
    return action.requester() == null || action.outcome() == null;
  }

  /** The system whose actions are logged so. */
  static FindingSubject subjectOf(AgentAction action) {
    return FindingSubject.ofRight(action.system(), null);
  }
}
