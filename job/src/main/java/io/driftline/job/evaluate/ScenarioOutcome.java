package io.driftline.job.evaluate;

import io.driftline.drift.DriftEvent;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which attacks of one simulation each signal found, and how often it spoke in vain. */
public final class ScenarioOutcome {

  private final Labels labels;
  private final List<ScoredEvent> harmless;
  private final Map<Signal, Set<SessionLabel>> found = new EnumMap<>(Signal.class);
  private final Map<Signal, Long> inVain = new EnumMap<>(Signal.class);

  /**
   * Compares what was said with what is true. An alert finds an attack as {@link AttackWatch} has
   * it; a finding or a drift does only by one of the attack's own actions.
   *
   * @param events every event once, in the order in which it was scored, with its alerts
   * @param accused ids of the actions on which a finding was told
   * @param drifts all drifts that were found
   * @param labels what is known to be true
   */
  public ScenarioOutcome(
      List<ScoredEvent> events, Set<String> accused, List<DriftEvent> drifts, Labels labels) {
    this.labels = labels;
    this.harmless = events.stream().filter(this::isHarmless).toList();
    found.put(Signal.ALERT, alerted(events));
    found.put(Signal.FINDING, attacksAmong(accused));
    found.put(Signal.DRIFT, attacksAmong(evidence(drifts)));
    inVain.put(Signal.ALERT, harmless.stream().filter(ScoredEvent::alert).count());
    inVain.put(
        Signal.FINDING, harmless.stream().filter(each -> accused.contains(each.eventId())).count());
    inVain.put(Signal.DRIFT, drifts.stream().filter(this::isInVain).count());
  }

  private boolean isHarmless(ScoredEvent event) {
    return !labels.isMalicious(event.eventId())
        && labels.labelOf(event).filter(label -> label.phase() == Phase.TEST).isPresent();
  }

  private Set<SessionLabel> alerted(List<ScoredEvent> events) {
    AttackLedger ledger = new AttackLedger(labels);
    for (ScoredEvent event : events) {
      labels
          .labelOf(event)
          .ifPresent(label -> ledger.observe(event, label, labels.isMalicious(event.eventId())));
    }
    return ledger.found();
  }

  private Set<SessionLabel> attacksAmong(Set<String> actions) {
    return attacks().stream()
        .filter(attack -> attack.maliciousEventIds().stream().anyMatch(actions::contains))
        .collect(Collectors.toSet());
  }

  private static Set<String> evidence(List<DriftEvent> drifts) {
    return drifts.stream()
        .map(drift -> drift.signal().evidence())
        .flatMap(Collection::stream)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private boolean isInVain(DriftEvent drift) {
    return drift.signal().evidence().stream().noneMatch(labels::isMalicious);
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
    return found.get(signal).contains(attack);
  }

  /** Whether any signal found this attack. */
  boolean isFound(SessionLabel attack) {
    return found.values().stream().anyMatch(attacks -> attacks.contains(attack));
  }

  /**
   * How often a signal spoke without reason, per 1,000 harmless actions of the test phase: alerts
   * and findings on those, and all drifts of which no evidence is malicious.
   */
  double falsePerThousand(Signal signal) {
    return harmless.isEmpty() ? 0 : 1000.0 * inVain.get(signal) / harmless.size();
  }
}
