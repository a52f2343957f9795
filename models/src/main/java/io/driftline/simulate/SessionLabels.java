package io.driftline.simulate;

import io.driftline.activity.AgentAction;
import io.driftline.simulate.SessionLabel.Phase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers the labels of all sessions seen. Grows with the number of sessions, so it is separate
 * from the simulation itself. Harmless actions without a session id have no label.
 */
public final class SessionLabels {
  private final Instant attackStart;
  private final Map<String, Gathered> bySession = new LinkedHashMap<>();

  SessionLabels(Instant attackStart) {
    this.attackStart = attackStart;
  }

  /** Notes one action; actions must come in order of time. */
  public void add(SimulatedAction simulated) {
    String key = key(simulated);
    if (key != null) {
      bySession.computeIfAbsent(key, any -> new Gathered(simulated.action())).add(simulated);
    }
  }

  /** The labels so far, in the order in which the sessions began. */
  public List<SessionLabel> all() {
    return bySession.values().stream().map(Gathered::label).toList();
  }

  private static String key(SimulatedAction simulated) {
    if (simulated.action().sessionId() != null) {
      return simulated.action().sessionId();
    }
    return simulated.malicious()
        ? simulated.action().agentId() + "|" + simulated.attack().code()
        : null;
  }

  /** What is known of one session so far. */
  private final class Gathered {
    private final AgentAction first;
    private final List<String> malicious = new ArrayList<>(0);
    private AttackKind attack;

    Gathered(AgentAction first) {
      this.first = first;
    }

    void add(SimulatedAction simulated) {
      if (simulated.malicious()) {
        attack = simulated.attack();
        malicious.add(simulated.action().eventId());
      }
    }

    SessionLabel label() {
      Phase phase = first.time().isBefore(attackStart) ? Phase.BASELINE : Phase.TEST;
      return new SessionLabel(first.sessionId(), first.agentId(), phase, attack, malicious);
    }
  }
}
