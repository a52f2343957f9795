package io.driftline.job.incident;

import io.driftline.incident.HiddenSignal;
import io.driftline.incident.Incident;
import java.util.Comparator;

/**
 * What the budget of all agents is told: exactly one of the two components is present.
 *
 * @param incident a record of an incident, or {@code null}
 * @param hidden what called nobody already, or {@code null}
 */
public record BudgetEntry(Incident incident, HiddenSignal hidden) {

  /** Entries of one time: by agent, then incidents before what was hidden, by id and number. */
  static final Comparator<BudgetEntry> TIE_BREAK =
      Comparator.comparing(BudgetEntry::agentId)
          .thenComparing(entry -> entry.incident == null)
          .thenComparing(BudgetEntry::id)
          .thenComparingInt(BudgetEntry::number);

  public BudgetEntry {
    if ((incident == null) == (hidden == null)) {
      throw new IllegalArgumentException("exactly one of incident and hidden must be there");
    }
  }

  static BudgetEntry of(Incident incident) {
    return new BudgetEntry(incident, null);
  }

  static BudgetEntry of(HiddenSignal hidden) {
    return new BudgetEntry(null, hidden);
  }

  private String agentId() {
    return incident == null ? hidden.agentId() : incident.agent().id();
  }

  private String id() {
    return incident == null ? hidden.id() : incident.id();
  }

  private int number() {
    return incident == null ? 0 : incident.number();
  }
}
