package io.driftline.posture;

/** The agent acts, and there is no record of it. */
final class UnregisteredAgent implements UseRule {

  @Override
  public PostureRule rule() {
    return PostureRule.UNREGISTERED_AGENT;
  }

  @Override
  public FindingSubject accuses(FindingSubject used, long time, PostureView view) {
    return view.agentAt(time) == null ? FindingSubject.AGENT : null;
  }
}
