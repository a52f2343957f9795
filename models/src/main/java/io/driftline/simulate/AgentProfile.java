package io.driftline.simulate;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentKind;
import io.driftline.activity.Credential;
import io.driftline.registry.AgentRecord;

/**
 * One agent: who it is, how it works, and what its events leave out.
 *
 * @param index its place in the enterprise
 * @param principal the person it works for first
 * @param taste what makes its favourites differ from its peers'
 * @param namesSessions whether its events carry a {@code session_id}
 * @param traced whether its events carry a {@code trace_id}
 */
record AgentProfile(
    int index,
    Purpose purpose,
    Person principal,
    long taste,
    Change<Agent> release,
    Change<Credential> credential,
    Habits habits,
    WorkflowMix workflows,
    Network network,
    boolean namesSessions,
    boolean traced) {

  String id() {
    return release.before().id();
  }

  AgentKind kind() {
    return release.before().kind();
  }

  AgentRecord registered() {
    return new AgentRecord(id(), kind(), release.before().owner(), purpose.code());
  }
}
