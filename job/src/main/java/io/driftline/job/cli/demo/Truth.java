package io.driftline.job.cli.demo;

import io.driftline.simulate.AttackKind;
import io.driftline.simulate.SimulatedAction;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was scripted. The detector never sees it. */
final class Truth {

  private final Map<String, Step> steps = new HashMap<>();
  private final Map<AttackKind, Integer> lengths = new EnumMap<>(AttackKind.class);
  private final Set<String> attackedSessions = new HashSet<>();

  /** The truth about these actions, in order of time. */
  Truth(List<SimulatedAction> actions) {
    for (SimulatedAction simulated : actions) {
      if (simulated.malicious()) {
        add(simulated);
      }
    }
  }

  /**
   * One malicious action.
   *
   * @param attack what it is part of
   * @param number its place among the malicious actions of the attack, from 1
   */
  record Step(AttackKind attack, int number) {}

  /** What the event with this id was part of; {@code null} if it was harmless. */
  Step stepOf(String eventId) {
    return steps.get(eventId);
  }

  /** Whether anything in the session with this stated id was malicious. */
  boolean isAttacked(String sessionId) {
    return attackedSessions.contains(sessionId);
  }

  /** The number of malicious actions of each attack that was scripted. */
  Map<AttackKind, Integer> lengths() {
    return lengths;
  }

  private void add(SimulatedAction simulated) {
    int number = lengths.merge(simulated.attack(), 1, Integer::sum);
    steps.put(simulated.action().eventId(), new Step(simulated.attack(), number));
    if (simulated.action().sessionId() != null) {
      attackedSessions.add(simulated.action().sessionId());
    }
  }
}
