package io.driftline.incident;

import io.driftline.activity.Agent;
import io.driftline.activity.Requester;
import io.driftline.decide.Anomaly;
import io.driftline.drift.DriftDimension;
import io.driftline.drift.DriftEvent;
import io.driftline.drift.DriftSignal;
import io.driftline.explain.Contribution;
import io.driftline.posture.Finding;
import io.driftline.posture.FindingStatus;
import io.driftline.posture.FindingSubject;
import io.driftline.registry.Right;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What was raised, as incidents see it. */
public final class Signals {

  private Signals() {}

  /** An anomaly, named by the feature that carried it most, or else by its leading detector. */
  public static Signal of(Anomaly anomaly) {
    Requester requester = anomaly.action().requester();
    return new Signal(
        anomaly.id(),
        SignalKind.ANOMALY,
        codeOf(anomaly),
        anomaly.time().toEpochMilli(),
        anomaly.action().agent(),
        anomaly.sessionId(),
        anomaly.severity().severity(),
        anomaly.verdict().shownScore(),
        SignalWeight.of(anomaly),
        anomaly.action().system(),
        anomaly.action().permission(),
        requester == null ? null : requester.id(),
        earliestFirst(anomaly.explanation().evidence()),
        false,
        anomaly.explanation().summary());
  }

  /** A drift, on a system or with a permission only if it is about just one. */
  public static Signal of(DriftEvent drift) {
    DriftSignal found = drift.signal();
    return new Signal(
        drift.id(),
        SignalKind.DRIFT,
        found.kind().code() + "." + found.dimension().code(),
        found.found(),
        drift.agent(),
        null,
        DriftSeverity.of(found),
        Double.NaN,
        SignalWeight.ofDrift(DriftSeverity.of(found)),
        only(found, DriftDimension.SYSTEM),
        only(found, DriftDimension.PERMISSION),
        null,
        found.evidence(),
        false,
        drift.summary());
  }

  /** A finding; each record of its life has the finding's id. */
  public static Signal of(Finding finding) {
    FindingSubject subject = finding.subject();
    return new Signal(
        finding.id(),
        SignalKind.FINDING,
        finding.rule().id(),
        finding.time(),
        new Agent(finding.agentId(), finding.kind(), null, null, finding.owner()),
        null,
        finding.severity(),
        Double.NaN,
        SignalWeight.of(finding),
        unlessAny(subject.system()),
        unlessAny(subject.permission()),
        subject.user(),
        finding.evidence(),
        finding.status() == FindingStatus.RESOLVED,
        finding.summary());
  }

  private static String codeOf(Anomaly anomaly) {
    List<Contribution> contributions = anomaly.explanation().contributions();
    return contributions.isEmpty()
        ? anomaly.verdict().lead().code()
        : contributions.get(0).feature().code();
  }

  /** An explanation names the action itself first, and then what came before it. */
  private static List<String> earliestFirst(List<String> evidence) {
    List<String> reversed = new ArrayList<>(evidence);
    Collections.reverse(reversed);
    return reversed;
  }

  private static String only(DriftSignal found, DriftDimension dimension) {
    boolean one = found.dimension() == dimension && found.changes().size() == 1;
    return one ? found.changes().get(0).value() : null;
  }

  /** A right on everything is on no system in particular. */
  private static String unlessAny(String name) {
    return Right.ANY.equals(name) ? null : name;
  }
}
