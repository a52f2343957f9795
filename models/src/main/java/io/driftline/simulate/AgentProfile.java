package io.driftline.simulate;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentKind;
import io.driftline.activity.Credential;
import io.driftline.registry.AgentRecord;
import io.driftline.registry.Grant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One agent: who it is, how it works, and what its events leave out.
 *
 * @param index its place in the enterprise
 * @param principal the person it works for first
 * @param taste what makes its favourites differ from its peers'
 * @param namesSessions whether its events carry a {@code session_id}
 * @param traced whether its events carry a {@code trace_id}
 * @param drift how its behaviour changes in the course of the simulation
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
    boolean traced,
    Drift drift) {

  String id() {
    return release.before().id();
  }

  AgentKind kind() {
    return release.before().kind();
  }

  /** Everything it does in its ordinary work, the nightly batch included. */
  List<Workflow> tasks() {
    List<Workflow> tasks = new ArrayList<>(Workflows.of(purpose));
    if (habits.nightly()) {
      tasks.add(Workflows.nightly(purpose));
    }
    return tasks;
  }

  /** What an organisation that keeps its registry would have declared: also what it takes up. */
  List<Workflow> declaredTasks() {
    List<Workflow> tasks = tasks();
    workflows.takenUp().ifPresent(tasks::add);
    return tasks;
  }

  /** The same agent, which takes up no new task by itself and never falls dormant. */
  AgentProfile stable() {
    Habits lasting = habits.fallsDormant() ? habits.alwaysAtWork() : habits;
    return with(purpose, release, lasting, workflows.withoutAdoption(), drift);
  }

  AgentProfile with(Drift newDrift) {
    return with(purpose, release, habits, workflows, newDrift);
  }

  /** The same agent at work for another purpose. */
  AgentProfile inRole(Purpose other, WorkflowMix tasks) {
    return with(other, release, habits, tasks, drift);
  }

  AgentProfile releasedOn(int day) {
    Change<Agent> moved = new Change<>(release.before(), release.after(), day);
    return with(purpose, moved, habits, workflows, drift);
  }

  private AgentProfile with(
      Purpose newPurpose,
      Change<Agent> newRelease,
      Habits newHabits,
      WorkflowMix newWorkflows,
      Drift newDrift) {
    return new AgentProfile(
        index,
        newPurpose,
        principal,
        taste,
        newRelease,
        credential,
        newHabits,
        newWorkflows,
        network,
        namesSessions,
        traced,
        newDrift);
  }

  /** As a registry has it that also says what the agent is for and what it may do. */
  AgentRecord declared(JobRights rights, Instant since) {
    return new AgentRecord(
        id(),
        kind(),
        release.before().owner(),
        null,
        purpose.code(),
        null,
        JobRights.systems(this),
        null,
        rights.of(this).stream().map(right -> new Grant(right, since, null, null)).toList(),
        null);
  }

  AgentRecord registered() {
    return AgentRecord.of(id(), kind(), release.before().owner(), purpose.code());
  }
}
