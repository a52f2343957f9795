package io.driftline.job.ocsf;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentAction;
import io.driftline.activity.AgentKind;
import io.driftline.activity.Credential;
import io.driftline.activity.Outcome;
import io.driftline.activity.Requester;
import io.driftline.decide.Anomaly;
import io.driftline.decide.AnomalySeverity;
import io.driftline.drift.DriftDimension;
import io.driftline.drift.DriftEvent;
import io.driftline.drift.DriftKind;
import io.driftline.drift.DriftSignal;
import io.driftline.drift.ShareChange;
import io.driftline.explain.Contribution;
import io.driftline.explain.Explanation;
import io.driftline.explain.PlainText;
import io.driftline.feature.Feature;
import io.driftline.forest.Detector;
import io.driftline.forest.Provenance;
import io.driftline.forest.Verdict;
import io.driftline.incident.ClosingReason;
import io.driftline.incident.HiddenCause;
import io.driftline.incident.HiddenCount;
import io.driftline.incident.Incident;
import io.driftline.incident.IncidentChange;
import io.driftline.incident.Signal;
import io.driftline.incident.SignalCounts;
import io.driftline.incident.SignalKind;
import io.driftline.incident.ThreatMap;
import io.driftline.posture.BlastRadius;
import io.driftline.posture.Finding;
import io.driftline.posture.FindingStatus;
import io.driftline.posture.FindingSubject;
import io.driftline.posture.PostureRule;
import io.driftline.posture.Resolution;
import io.driftline.posture.Severity;
import io.driftline.registry.Authority;
import io.driftline.registry.AuthorityVerdict;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Outputs of every kind with anything in them that may be, or not; the same for the same seed. */
final class RandomOutputs {

  private static final long EPOCH = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();
  private static final long YEAR = 365L * 86_400_000;

  private static final List<String> TEXTS =
      List.of(
          "crm",
          "mail:send",
          "a b",
          "a\r\nb",
          "\u001b]0;x\u0007",
          "\u007f\u009b2J",
          "\u202e",
          "\ud83d\ude00",
          "\ud800",
          "\"}],{\\",
          "漢".repeat(300),
          "ann@example.org",
          "192.0.2.1",
          "2001:db8::7",
          "999.1.1.1",
          "0",
          " ");

  private final Random random;

  RandomOutputs(long seed) {
    this.random = new Random(seed);
  }

  Anomaly anomaly() {
    AgentAction action = action();
    double[] scores = random.doubles(Detector.values().length, 0, 140).toArray();
    Detector lead = any(Detector.values());
    boolean judged = random.nextBoolean();
    return new Anomaly(
        Anomaly.idOf(action),
        action.time(),
        action,
        text(),
        text(),
        random.nextBoolean(),
        new Verdict(scores[lead.ordinal()], lead, scores, judged ? "0123456789abcdef" : null),
        random.nextDouble() * 100,
        maybe(this::authority),
        new AnomalySeverity(any(Severity.values()), random.nextDouble(), sentences(2)),
        explanation(action.eventId()),
        judged ? provenance() : null);
  }

  private AgentAction action() {
    return new AgentAction(
        text(),
        Instant.ofEpochMilli(time()),
        agent(),
        maybe(this::requester),
        maybe(this::text),
        maybe(this::text),
        maybe(this::text),
        text(),
        text(),
        maybe(this::text),
        maybe(this::text),
        maybe(() -> any(Outcome.values())),
        maybe(() -> new Credential(text(), maybe(this::text))),
        maybe(this::text),
        maybe(() -> random.nextLong() >>> 1));
  }

  private Agent agent() {
    return new Agent(
        text(),
        maybe(() -> any(AgentKind.values())),
        maybe(this::text),
        maybe(this::text),
        maybe(this::text));
  }

  private Requester requester() {
    return new Requester(text(), maybe(() -> any(Requester.Type.values())));
  }

  private Authority authority() {
    return new Authority(any(AuthorityVerdict.values()), maybe(this::requester), texts(3));
  }

  private Provenance provenance() {
    return new Provenance("organizational/x", 1, Feature.values().length, 7, 0, time(), 300);
  }

  private Explanation explanation(String eventId) {
    List<Contribution> contributions =
        Stream.generate(() -> new Contribution(any(Feature.values()), bits(), bits(), share()))
            .limit(random.nextInt(6))
            .toList();
    return new Explanation(
        sentence(),
        sentence(),
        sentences(3),
        sentence(),
        contributions,
        random.nextBoolean() ? List.of(eventId) : List.of(eventId, text()),
        sentence(),
        random.nextDouble(),
        maybe(this::sentence),
        sentence());
  }

  DriftEvent drift(DriftKind kind, DriftDimension dimension) {
    long began = time();
    return new DriftEvent(
        id(),
        agent(),
        text(),
        new DriftSignal(
            kind,
            dimension,
            began,
            began + 1 + random.nextInt(1_000_000_000),
            bits(),
            bits(),
            bits(),
            share(),
            Stream.generate(this::change).limit(random.nextInt(5)).toList(),
            texts(4),
            maybe(this::text),
            random.nextInt(20)),
        sentence());
  }

  private ShareChange change() {
    return new ShareChange(
        maybe(this::text), random.nextDouble(), random.nextDouble(), maybe(this::text));
  }

  Finding finding(PostureRule rule, FindingStatus status) {
    boolean over = status == FindingStatus.RESOLVED;
    return new Finding(
        id(),
        status,
        over ? any(Resolution.values()) : null,
        rule,
        any(Severity.values()),
        text(),
        maybe(() -> any(AgentKind.values())),
        maybe(this::text),
        new FindingSubject(
            maybe(this::text),
            maybe(this::text),
            maybe(this::text),
            maybe(this::text),
            maybe(this::text)),
        time(),
        time(),
        time(),
        random.nextInt(1000),
        maybe(() -> any(BlastRadius.Reach.values())),
        texts(5),
        sentence());
  }

  Incident incident(IncidentChange change) {
    List<Signal> signals = Stream.generate(this::signal).limit(random.nextInt(21)).toList();
    long first = time();
    return new Incident(
        id(),
        1 + random.nextInt(20),
        change,
        change == IncidentChange.CLOSED ? any(ClosingReason.values()) : null,
        time(),
        agent(),
        texts(16),
        first,
        first + random.nextInt(1_000_000_000),
        any(Severity.values()),
        sentences(3),
        score(),
        new SignalCounts(random.nextInt(300), random.nextInt(3), random.nextInt(9)),
        texts(16),
        ThreatMap.techniques(signals),
        ThreatMap.risks(signals),
        signals,
        random.nextInt(5),
        sentence(),
        sentence());
  }

  private Signal signal() {
    SignalKind kind = any(SignalKind.values());
    String code =
        switch (kind) {
          case ANOMALY -> any(Feature.values()).code();
          case DRIFT -> any(DriftKind.values()).code() + "." + any(DriftDimension.values()).code();
          case FINDING -> any(PostureRule.values()).id();
        };
    return new Signal(
        id(),
        kind,
        code,
        time(),
        agent(),
        maybe(this::text),
        any(Severity.values()),
        score(),
        1,
        maybe(this::text),
        maybe(this::text),
        maybe(this::text),
        texts(5),
        random.nextBoolean(),
        sentence());
  }

  HiddenCount hidden(HiddenCause cause) {
    return new HiddenCount(
        id(),
        cause,
        cause == HiddenCause.SUPPRESSION ? text() : null,
        EPOCH,
        time(),
        1 + random.nextInt(500),
        1 + random.nextInt(1000),
        text(),
        id(),
        sentence());
  }

  private String text() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  private List<String> texts(int most) {
    return Stream.generate(this::text).limit(random.nextInt(most + 1)).toList();
  }

  /** As all sentences are made: without control characters. */
  private String sentence() {
    return "It did " + PlainText.of(text()) + ".";
  }

  private List<String> sentences(int most) {
    return Stream.generate(this::sentence).limit(random.nextInt(most + 1)).toList();
  }

  private String id() {
    return "%016x".formatted(random.nextLong());
  }

  private long time() {
    return EPOCH + (long) (random.nextDouble() * YEAR);
  }

  private double bits() {
    return random.nextDouble() * 40;
  }

  /** Above 0, at most 1. */
  private double share() {
    return 1 - random.nextDouble();
  }

  private double score() {
    return random.nextBoolean() ? random.nextDouble() * 100 : Double.NaN;
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private <T> T maybe(Supplier<T> value) {
    return random.nextInt(3) == 0 ? null : value.get();
  }
}
