package io.driftline.job.evaluate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which attacks of one simulation each signal found, and how often it spoke in vain. */
public final class ScenarioOutcome {

  private final Labels labels;
  private final Map<Signal, Set<SessionLabel>> found = new EnumMap<>(Signal.class);
  private final Map<Signal, Double> falsePerThousand = new EnumMap<>(Signal.class);

  private ScenarioOutcome(Labels labels) {
    this.labels = labels;
  }

  /**
   * Compares what was said with what is true. An alert finds an attack as {@link AttackWatch} has
   * it; anything else does only if it was said of one of the attack's own actions.
   *
   * @param events every event once, in the order in which it was scored, with its alerts
   * @param said ids of the actions on which the other signals spoke
   * @param labels what is known to be true
   */
  public static ScenarioOutcome of(
      List<ScoredEvent> events, Map<Signal, Set<String>> said, Labels labels) {
    ScenarioOutcome outcome = new ScenarioOutcome(labels);
    outcome.add(Signal.ALERT, events, events);
    said.forEach(
        (signal, actions) -> {
          List<ScoredEvent> spoken = spokenOn(events, actions);
          List<ScoredEvent> right =
              spoken.stream().map(event -> event.withAlert(outcome.isHit(event))).toList();
          outcome.add(signal, spoken, right);
        });
    return outcome;
  }

  private static List<ScoredEvent> spokenOn(List<ScoredEvent> events, Set<String> actions) {
    return events.stream()
        .map(event -> event.withAlert(actions.contains(event.eventId())))
        .toList();
  }

  private boolean isHit(ScoredEvent event) {
    return event.alert() && labels.isMalicious(event.eventId());
  }

  private void add(Signal signal, List<ScoredEvent> spoken, List<ScoredEvent> finding) {
    AttackLedger attacks = new AttackLedger(labels);
    long harmless = 0;
    long inVain = 0;
    for (int i = 0; i < spoken.size(); i++) {
      ScoredEvent event = spoken.get(i);
      SessionLabel label = labels.labelOf(event).orElse(null);
      if (label != null && label.phase() == Phase.TEST) {
        boolean malicious = labels.isMalicious(event.eventId());
        attacks.observe(finding.get(i), label, malicious);
        harmless += malicious ? 0 : 1;
        inVain += !malicious && event.alert() ? 1 : 0;
      }
    }
    found.put(signal, attacks.found());
    falsePerThousand.put(signal, harmless == 0 ? 0 : 1000.0 * inVain / harmless);
  }

  /** The attacks of the test phase that have a name. */
  List<SessionLabel> attacks() {
    return labels.all().stream()
        .filter(label -> label.phase() == Phase.TEST && label.isAttack())
        .filter(label -> label.attack() != null)
        .toList();
  }

  /** Whether a signal found this attack. */
  boolean isFound(SessionLabel attack, Signal signal) {
    return found.getOrDefault(signal, Set.of()).contains(attack);
  }

  /** Whether any signal found this attack. */
  boolean isFound(SessionLabel attack) {
    return found.values().stream().anyMatch(attacks -> attacks.contains(attack));
  }

  /** How often a signal spoke on harmless actions of the test phase, per 1,000 of those. */
  double falsePerThousand(Signal signal) {
    return falsePerThousand.getOrDefault(signal, 0.0);
  }
}
