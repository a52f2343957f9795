package io.driftline.simulate;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentAction;
import io.driftline.activity.Credential;
import io.driftline.activity.Requester;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Dresses the steps of one session as events: ids, times, and everything that stays the same. */
final class SessionEvents {
  private static final long SESSION_LABEL = -1;
  private static final long FIRST_TRACE_LABEL = -2;

  /** After a pause this long the next call answers a new question and starts a new trace. */
  private static final long NEW_TURN_MILLIS = 30_000;

  private final SessionPlan plan;
  private final Requester requester;
  private final String address;
  private final Agent agent;
  private final Credential credential;
  private final String sessionId;
  private int turns;
  private String traceId;

  SessionEvents(SessionPlan plan, Requester requester, String address) {
    this.plan = plan;
    this.requester = requester;
    this.address = address;
    this.agent = plan.agent().release().at(plan.day());
    this.credential = plan.agent().credential().at(plan.day());
    this.sessionId =
        plan.agent().namesSessions() ? Hex.of(Dice.mix(plan.seed(), SESSION_LABEL)) : null;
    nextTrace();
  }

  List<SimulatedAction> of(List<Move> moves) {
    List<SimulatedAction> actions = new ArrayList<>(moves.size());
    long time = plan.start();
    for (int i = 0; i < moves.size(); i++) {
      long gap = i == 0 ? 0 : moves.get(i).gapMillis();
      time += gap;
      if (gap > NEW_TURN_MILLIS) {
        nextTrace();
      }
      actions.add(new SimulatedAction(event(moves.get(i), i, time), moves.get(i).attack()));
    }
    return actions;
  }

  private AgentAction event(Move move, int place, long time) {
    Requester asking = requesterOf(move);
    return new AgentAction(
        Hex.of(Dice.mix(plan.seed(), place)),
        Instant.ofEpochMilli(time),
        agent,
        asking,
        sessionId,
        traceId,
        asking != null && asking.type() == Requester.Type.AGENT ? asking.id() : null,
        move.operation().system(),
        move.operation().action(),
        move.operation().permission(),
        move.resource(),
        move.outcome(),
        credential,
        addressOf(move),
        move.bytes() == 0 ? null : (Long) move.bytes());
  }

  private Requester requesterOf(Move move) {
    boolean overridden = move.attack() != null && plan.intrusion().requester() != null;
    return overridden ? plan.intrusion().requester() : requester;
  }

  private String addressOf(Move move) {
    boolean overridden = move.attack() != null && plan.intrusion().sourceIp() != null;
    return overridden ? plan.intrusion().sourceIp() : address;
  }

  private void nextTrace() {
    turns++;
    traceId =
        plan.agent().traced() ? Hex.of(Dice.mix(plan.seed(), FIRST_TRACE_LABEL - turns)) : null;
  }
}
