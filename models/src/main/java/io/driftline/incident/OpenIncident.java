package io.driftline.incident;

import io.driftline.activity.Agent;
import io.driftline.baseline.Hash64;
import io.driftline.posture.Severity;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** An incident while signals may still join it, and what was last told of it. Not thread-safe. */
final class OpenIncident {

  /** Weights are sums of fractions: six sixths are a whole. */
  private static final double ROUNDING = 1e-9;

  final String id;
  final IncidentScope scope = new IncidentScope();
  final KeptSignals kept = new KeptSignals();
  final Set<SignalKind> agreeing = EnumSet.noneOf(SignalKind.class);
  final Set<Technique> techniques = EnumSet.noneOf(Technique.class);
  final Set<AgenticRisk> risks = EnumSet.noneOf(AgenticRisk.class);

  /** {@code null} before the first signal, as is {@link #worst}. */
  Agent agent;

  Severity worst;
  long firstSeen = Long.MAX_VALUE;
  long lastSeen = Long.MIN_VALUE;
  SignalCounts counts = SignalCounts.NONE;
  double score = Double.NaN;

  /** How much its anomalies and drifts count as evidence, together. */
  double weight;

  /** How much its findings do. */
  AccusedUses uses = new AccusedUses();

  /** Whether there is more to it than findings that go on and were told before. */
  boolean hasNews;

  /** Whether the agent's budget of the day did not let it be told. */
  boolean held;

  LastTold told = LastTold.NOTHING;

  OpenIncident(String id) {
    this.id = id;
  }

  /** The incident that a signal opens. A finding may open one more than once, hence the time. */
  static OpenIncident of(Signal first) {
    long signal = Hash64.pair(Hash64.of(first.agent().id()), Hash64.of(first.id()));
    long opening = Hash64.pair(signal, first.time());
    OpenIncident opened =
        new OpenIncident(HexFormat.of().toHexDigits(Hash64.pair(opening, Hash64.of("incident"))));
    opened.add(first);
    return opened;
  }

  /** Takes in one more signal. */
  void add(Signal signal) {
    counts = counts.with(signal.kind());
    weigh(signal);
    see(signal);
    scope.add(signal);
    kept.add(signal);
    if (Corroboration.isGivenBy(signal)) {
      agreeing.add(signal.kind());
    }
    List<Signal> shown = kept.all();
    techniques.addAll(ThreatMap.techniques(shown));
    risks.addAll(ThreatMap.risks(shown));
  }

  /** Takes in that a finding of it goes on, or has become worse; it does not count again. */
  void refresh(Signal signal) {
    weigh(signal);
    see(signal);
    kept.refresh(signal);
  }

  /** Whether there is so much evidence that it may be told. */
  boolean isEvident(double evidence) {
    return weight + uses.weight() >= evidence - ROUNDING;
  }

  private void weigh(Signal signal) {
    if (signal.kind() == SignalKind.FINDING) {
      uses.add(signal);
    } else {
      weight += signal.weight();
    }
  }

  /** How soon somebody should look. */
  Severity severity() {
    return rated().severity();
  }

  /** How many kinds of signal, systems and techniques there are. */
  int breadth() {
    int kinds =
        (counts.anomalies() > 0 ? 1 : 0)
            + (counts.drifts() > 0 ? 1 : 0)
            + (counts.findings() > 0 ? 1 : 0);
    return kinds + scope.systems.size() + techniques.size();
  }

  /** Whether anything was told of it. */
  boolean isTold() {
    return told.number() > 0;
  }

  /** Whether there is more to it than was last told, so that it is worth telling again. */
  boolean isWorthTelling() {
    return told.isOutdated(this);
  }

  /** Whether a time lies in it, or at most so much before or after. */
  boolean isWithin(long millis, long time) {
    return time >= firstSeen - millis && time <= lastSeen + millis;
  }

  /** Whether it consists of findings only. */
  boolean isOfFindings() {
    return counts.findings() == counts.total();
  }

  /** Whether a signal shares an event with it. */
  boolean sharesEvidence(Signal signal) {
    return kept.shareEvidence(Set.copyOf(signal.evidence()));
  }

  /**
   * As it is now, to be told.
   *
   * @param closing {@code null} unless it is over
   * @param time of the change; never before what was told last
   * @param hidden signals of the agent that were hidden since the record before
   */
  Incident tell(IncidentChange change, ClosingReason closing, long time, long hidden) {
    IncidentSeverity rated = rated();
    long at = Math.max(time, told.time());
    told = new LastTold(told.number() + 1, at, rated.severity(), counts.total(), breadth());
    return new Incident(
        id,
        told.number(),
        change,
        closing,
        at,
        agent,
        scope.sessions(),
        firstSeen,
        lastSeen,
        rated.severity(),
        rated.reasons(),
        score,
        counts,
        scope.systems(),
        List.copyOf(techniques),
        List.copyOf(risks),
        kept.all(),
        hidden,
        IncidentSentence.title(this),
        IncidentSentence.summary(this));
  }

  private IncidentSeverity rated() {
    return IncidentSeverity.of(worst, counts, agreeing);
  }

  private void see(Signal signal) {
    agent = known(signal.agent(), signal.time() >= lastSeen);
    firstSeen = Math.min(firstSeen, signal.time());
    lastSeen = Math.max(lastSeen, signal.time());
    worst = worst == null || signal.severity().compareTo(worst) > 0 ? signal.severity() : worst;
    if (!(signal.score() <= score)) {
      score = Double.isNaN(signal.score()) ? score : signal.score();
    }
  }

  /** The agent with all that is known of it: a finding does not say its name, nor its version. */
  private Agent known(Agent seen, boolean latest) {
    if (agent == null) {
      return seen;
    }
    Agent first = latest ? seen : agent;
    Agent second = latest ? agent : seen;
    return new Agent(
        first.id(),
        or(first.kind(), second.kind()),
        or(first.name(), second.name()),
        or(first.version(), second.version()),
        or(first.owner(), second.owner()));
  }

  private static <T> T or(T first, T second) {
    return first == null ? second : first;
  }
}
