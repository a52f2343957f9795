package io.driftline.simulate;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentAction;
import io.driftline.activity.Credential;
import io.driftline.activity.Outcome;
import io.driftline.activity.Requester;
import io.driftline.registry.AgentRecord;
import java.time.Instant;

/**
 * One thing that an agent does, before it is dressed as an event.
 *
 * @param time epoch milliseconds
 * @param requester on whose behalf; {@code null} if the event does not say
 * @param parent the agent that called this one; {@code null} if none did
 * @param trace what the calls of one question have in common
 * @param outcome {@code null} if the event does not say
 */
record Deed(
    GovernedAgent agent,
    long time,
    Operation call,
    Requester requester,
    Credential credential,
    String parent,
    String trace,
    Outcome outcome) {

  /** Something done for somebody who asked the agent itself. */
  static Deed of(
      GovernedAgent agent, long time, Operation call, Requester requester, Credential credential) {
    String trace = Hex.of(Dice.mix(time, agent.id().hashCode()));
    return new Deed(agent, time, call, requester, credential, null, trace, Outcome.SUCCESS);
  }

  /** The same for an agent that was asked by that requester, within the same trace. */
  Deed calledBy(GovernedAgent caller, String commonTrace) {
    return new Deed(
        agent, time, call, requester, credential, caller.id(), commonTrace, Outcome.SUCCESS);
  }

  /** The same, as a platform would log it that tells neither for whom nor with which result. */
  Deed poorlyLogged() {
    return new Deed(agent, time, call, null, credential, parent, trace, null);
  }

  /** With a new credential. */
  Deed with(Credential other) {
    return new Deed(agent, time, call, requester, other, parent, trace, outcome);
  }

  /**
   * The event.
   *
   * @param number of its own among all; its id follows from it
   */
  AgentAction event(long seed, int number) {
    long session = Dice.mix(Math.floorDiv(time, Rhythm.DAY), agent.id().hashCode());
    return new AgentAction(
        Hex.of(Dice.mix(seed, number)),
        Instant.ofEpochMilli(time),
        who(),
        requester,
        Hex.of(session),
        trace,
        parent,
        call.system(),
        call.action(),
        call.permission(),
        call.resource() == ResourceKind.NONE ? null : call.system() + "/" + number % 97,
        outcome,
        credential,
        "10.42.0." + (1 + Math.floorMod(agent.id().hashCode(), 254)),
        call.medianBytes() == 0 ? null : (Long) call.medianBytes());
  }

  private Agent who() {
    AgentRecord record = agent.at(time);
    return record == null
        ? new Agent(agent.id(), agent.kind(), null, null, null)
        : new Agent(agent.id(), agent.kind(), null, record.version(), record.owner());
  }
}
