package io.driftline.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * The incidents of one agent: which signals belong together, and what of that is told.
 *
 * <p>A signal joins the open incident that has its session; without a session, the one that shares
 * an event with it; else one that has its topic (kind, system, permission, and code but for uses of
 * a permission), open or closed within the cool-down; without a session, else, the one that was
 * active last: for a finding within half an hour, so that what the agent does elsewhere is no part
 * of it, for drift within the quiet period; with one, else, one of findings alone within half an
 * hour, since findings belong to no session. If there is none it opens one of its own. One that is
 * milder than {@link IncidentSettings#openFrom} reopens none.
 *
 * <p>It is told when it is that severe, and there is {@linkplain SignalWeight evidence} enough. One
 * to which nothing is added before that is forgotten in the end, and no word was said of it.
 *
 * <p>At most {@value #MOST_OPEN} are open; a further one displaces the one that has been quiet for
 * longest. An incident beyond the agent's budget of the day is held: it is kept like any other and
 * told when it becomes exempt, or never. Not thread-safe.
 */
public final class IncidentLedger {

  /** Most incidents open at a time. */
  public static final int MOST_OPEN = 32;

  private static final long NEAR_MILLIS = TimeUnit.MINUTES.toMillis(30);

  private static final Comparator<OpenIncident> BY_LAST_SEEN =
      Comparator.<OpenIncident>comparingLong(each -> each.lastSeen).thenComparing(each -> each.id);

  final List<OpenIncident> open = new ArrayList<>(1);
  final ClosedIncidents closed = new ClosedIncidents();
  FindingLog findings = new FindingLog();
  DayBudget budget = new DayBudget();
  long latest = Long.MIN_VALUE;

  /** Signals hidden since something was last told of the agent. */
  long hidden;

  private final IncidentSettings settings;

  public IncidentLedger(IncidentSettings settings) {
    this.settings = settings;
  }

  /** Takes in a signal of the agent, in whatever order; gives what is to be told. */
  public Told accept(Signal signal, Suppressions suppressions) {
    latest = Math.max(latest, signal.time());
    closed.forgetUpTo(latest - settings.coolDownMillis());
    Told out = new Told();
    if (signal.over()) {
      resolve(signal, out);
      return out;
    }
    Suppression rule = suppressions.hiding(signal);
    if (rule == null) {
      take(signal, out);
    } else {
      hidden++;
      out.hide(hiddenBy(HiddenCause.SUPPRESSION, rule.id(), signal.id(), signal));
    }
    return out;
  }

  /** Closes what has been quiet for long enough by {@code time}; gives what is to be told. */
  public List<Incident> wake(long time) {
    Told out = new Told();
    open.stream()
        .filter(each -> quietAt(each) <= time)
        .sorted(BY_LAST_SEEN)
        .toList()
        .forEach(each -> close(each, ClosingReason.QUIET, quietAt(each), out));
    return out.incidents();
  }

  /** When {@link #wake} has something to do next; {@link Long#MAX_VALUE} for never. */
  public long nextWake() {
    return open.stream().mapToLong(this::quietAt).min().orElse(Long.MAX_VALUE);
  }

  /** Whether an incident is open. */
  public boolean hasOpen() {
    return !open.isEmpty();
  }

  /** Time of the latest signal; {@link Long#MIN_VALUE} before the first. */
  public long lastUsed() {
    return latest;
  }

  private void take(Signal signal, Told out) {
    FindingLog.Entry known = findings.find(signal);
    OpenIncident home = known == null ? null : openOfId(known.incidentId());
    if (home != null) {
      put(signal, home);
      goOn(home, signal, out);
    } else if (known == null || signal.severity().compareTo(known.severity()) > 0) {
      join(signal, out);
    } else {
      goOnElsewhere(signal, known, out);
    }
  }

  /**
   * A finding that goes on after its incident was over reopens none, but it is evidence beside
   * whatever else the agent does now.
   */
  private void goOnElsewhere(Signal signal, FindingLog.Entry known, Told out) {
    OpenIncident home = signal.weight() > 0 ? homeOf(signal) : null;
    if (home != null) {
      put(signal, home);
      goOn(home, signal, out);
    } else if (signal.weight() > 0 && open.size() < MOST_OPEN) {
      open.add(OpenIncident.of(signal));
      findings.note(signal, open.get(open.size() - 1).id);
    } else {
      findings.note(signal, known.incidentId());
    }
  }

  private void join(Signal signal, Told out) {
    OpenIncident home = homeOf(signal);
    if (home != null) {
      home.hasNews = true;
      put(signal, home);
      goOn(home, signal, out);
    } else if (signal.severity().compareTo(settings.openFrom()) >= 0) {
      open(signal, out);
    } else if (signal.weight() > 0) {
      makeRoom(signal, out);
      openNew(signal, out);
    }
  }

  /** Opens an incident again, or a new one. */
  private void open(Signal signal, Told out) {
    OpenIncident again = closed.takeFor(signal, signal.time() - settings.coolDownMillis());
    makeRoom(signal, out);
    if (again == null) {
      openNew(signal, out);
    } else {
      reopen(again, signal, out);
    }
  }

  private void makeRoom(Signal signal, Told out) {
    if (open.size() == MOST_OPEN) {
      OpenIncident quietest = open.stream().min(BY_LAST_SEEN).orElseThrow();
      long time = Math.max(signal.time(), quietest.lastSeen);
      close(quietest, ClosingReason.DISPLACED, time, out);
    }
  }

  private void openNew(Signal signal, Told out) {
    OpenIncident opened = OpenIncident.of(signal);
    opened.hasNews = true;
    open.add(opened);
    findings.note(signal, opened.id);
    offer(opened, signal, out);
  }

  /** Tells an incident for the first time, once there is evidence enough, if the budget lets it. */
  private void offer(OpenIncident incident, Signal signal, Told out) {
    if (!isWorthCalling(incident)) {
      return;
    }
    if (isExempt(incident) || budget.hasRoom(signal.time(), settings.perAgentPerDay())) {
      tellOpened(incident, signal, out);
    } else {
      incident.held = true;
      hidden++;
      out.hide(hiddenBy(HiddenCause.AGENT_BUDGET, null, incident.id, signal));
    }
  }

  private void reopen(OpenIncident again, Signal signal, Told out) {
    open.add(again);
    again.hasNews = true;
    put(signal, again);
    if (again.isTold()) {
      tell(again, IncidentChange.UPDATED, null, signal.time(), out);
    } else {
      goOn(again, signal, out);
    }
  }

  /** Tells what has changed, if it is news; what is held goes on being so until it is exempt. */
  private void goOn(OpenIncident incident, Signal signal, Told out) {
    if (incident.isTold()) {
      if (incident.isWorthTelling()) {
        tell(incident, IncidentChange.UPDATED, null, signal.time(), out);
      }
    } else if (!incident.held) {
      offer(incident, signal, out);
    } else if (isExempt(incident)) {
      tellOpened(incident, signal, out);
    } else {
      hidden++;
    }
  }

  /** A finding that went into the incident before does not count again. */
  private void put(Signal signal, OpenIncident incident) {
    FindingLog.Entry known = findings.find(signal);
    if (known != null && known.incidentId().equals(incident.id)) {
      incident.refresh(signal);
    } else {
      incident.add(signal);
    }
    findings.note(signal, incident.id);
  }

  private void resolve(Signal over, Told out) {
    FindingLog.Entry known = findings.remove(over);
    OpenIncident home = known == null ? null : openOfId(known.incidentId());
    if (home != null && home.isOfFindings() && !findings.hasAnyOf(home.id)) {
      close(home, ClosingReason.RESOLVED, Math.max(over.time(), home.lastSeen), out);
    }
  }

  private void close(OpenIncident incident, ClosingReason reason, long time, Told out) {
    open.remove(incident);
    if (incident.isTold()) {
      tell(incident, IncidentChange.CLOSED, reason, time, out);
    }
    if (incident.isTold() || incident.held) {
      closed.add(incident, time);
    }
  }

  private void tellOpened(OpenIncident incident, Signal signal, Told out) {
    budget.count(signal.time());
    tell(incident, IncidentChange.OPENED, null, signal.time(), out);
  }

  private void tell(
      OpenIncident incident, IncidentChange change, ClosingReason closing, long time, Told out) {
    out.add(incident.tell(change, closing, time, hidden));
    hidden = 0;
  }

  /** The open incident that a signal joins; {@code null} if there is none. */
  private OpenIncident homeOf(Signal signal) {
    OpenIncident home = latest(each -> each.scope.hasSessionOf(signal));
    boolean hasNoSession = signal.sessionId() == null;
    if (home == null && hasNoSession) {
      home = latest(each -> each.sharesEvidence(signal));
    }
    if (home == null) {
      home = latest(each -> each.scope.hasTopicOf(signal));
    }
    if (home == null && hasNoSession) {
      long near = signal.kind() == SignalKind.FINDING ? NEAR_MILLIS : settings.quietMillis();
      home = latest(each -> each.isWithin(near, signal.time()));
    }
    if (home == null && !hasNoSession) {
      home = latest(each -> each.isOfFindings() && each.isWithin(NEAR_MILLIS, signal.time()));
    }
    return home;
  }

  /** Of the open incidents that fit, the one that was active last. */
  private OpenIncident latest(Predicate<OpenIncident> fits) {
    return open.stream().filter(fits).max(BY_LAST_SEEN).orElse(null);
  }

  private OpenIncident openOfId(String id) {
    return latest(each -> each.id.equals(id));
  }

  private boolean isWorthCalling(OpenIncident incident) {
    return incident.hasNews
        && incident.isEvident(settings.evidence())
        && incident.severity().compareTo(settings.openFrom()) >= 0;
  }

  private boolean isExempt(OpenIncident incident) {
    return incident.severity().compareTo(settings.exemptFrom()) >= 0;
  }

  private long quietAt(OpenIncident incident) {
    return incident.lastSeen + settings.quietMillis();
  }

  private static HiddenSignal hiddenBy(HiddenCause cause, String rule, String id, Signal signal) {
    return new HiddenSignal(cause, rule, id, signal.agent().id(), signal.time());
  }
}
