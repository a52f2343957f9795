package io.driftline.incident;

import io.driftline.baseline.Hash64;
import io.driftline.baseline.LruMap;
import java.util.function.Consumer;

/**
 * How many incidents of all agents together are told on one day, and what was hidden.
 *
 * <p>An incident beyond the budget is held back, and so is all that is said of it later, until it
 * becomes exempt: then it is told as opened. What has been told goes on being told. Of the latest
 * {@value #MOST_KNOWN} incidents it is known which of the two holds; one that is met again after it
 * was forgotten is judged like a new one. Not thread-safe.
 */
public final class GlobalBudget {

  /** Most incidents of which it is known whether they were told. */
  public static final int MOST_KNOWN = 10_000;

  final LruMap<Boolean> toldById = new LruMap<>(MOST_KNOWN);
  DayBudget budget = new DayBudget();
  HiddenTallies tallies = new HiddenTallies();
  long latest = Long.MIN_VALUE;

  private final IncidentSettings settings;

  public GlobalBudget(IncidentSettings settings) {
    this.settings = settings;
  }

  /**
   * What of a record of an incident is told.
   *
   * @param out told what was hidden by the budget, when that is news
   * @return the record, maybe as one that opens; {@code null} if it is held back
   */
  public Incident pass(Incident record, Consumer<HiddenCount> out) {
    latest = Math.max(latest, record.time());
    long id = Hash64.of(record.id());
    Boolean told = toldById.get(id);
    if (Boolean.TRUE.equals(told)) {
      return record;
    }
    if (record.change() == IncidentChange.CLOSED) {
      return null;
    }
    boolean passes = isExempt(record) || told == null && isInBudget(record);
    toldById.put(id, passes);
    if (passes) {
      budget.count(record.time());
      return record.opened();
    }
    if (told == null) {
      hide(record, out);
    }
    return null;
  }

  /** Counts what was hidden before it got here. */
  public void count(HiddenSignal hidden, Consumer<HiddenCount> out) {
    latest = Math.max(latest, hidden.time());
    tallies.add(hidden, out);
  }

  /** Tells what is untold of the days that are over by {@code time}, epoch milliseconds. */
  public void wake(long time, Consumer<HiddenCount> out) {
    tallies.closeDays(time, out);
  }

  /** When {@link #wake} has something to do next; {@link Long#MAX_VALUE} for never. */
  public long nextWake() {
    return tallies.nextClosing();
  }

  /** Time of the latest that came; {@link Long#MIN_VALUE} before the first. */
  public long lastUsed() {
    return latest;
  }

  private void hide(Incident record, Consumer<HiddenCount> out) {
    tallies.add(
        new HiddenSignal(
            HiddenCause.GLOBAL_BUDGET, null, record.id(), record.agent().id(), record.time()),
        out);
  }

  private boolean isExempt(Incident record) {
    return record.severity().compareTo(settings.exemptFrom()) >= 0;
  }

  private boolean isInBudget(Incident record) {
    return budget.hasRoom(record.time(), settings.perDay());
  }
}
