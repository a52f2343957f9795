package io.driftline.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentAction;
import io.driftline.activity.AgentKind;
import io.driftline.decide.Anomaly;
import io.driftline.decide.AnomalySeverity;
import io.driftline.drift.DriftDimension;
import io.driftline.drift.DriftEvent;
import io.driftline.drift.DriftKind;
import io.driftline.drift.DriftSignal;
import io.driftline.drift.ShareChange;
import io.driftline.explain.Contribution;
import io.driftline.explain.Explained;
import io.driftline.explain.Explanation;
import io.driftline.feature.Feature;
import io.driftline.forest.Detector;
import io.driftline.forest.Verdict;
import io.driftline.posture.Finding;
import io.driftline.posture.FindingStatus;
import io.driftline.posture.FindingSubject;
import io.driftline.posture.PostureRule;
import io.driftline.posture.Resolution;
import io.driftline.posture.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalsTest {

  @Test
  void anAnomalyIsNamedByTheFeatureThatCarriedItMost() {
    Anomaly anomaly =
        anomaly(
            Explained.transfer(),
            List.of(
                new Contribution(Feature.RESOURCE_RISK, 9, 1, 0.6),
                new Contribution(Feature.HOUR_RARITY, 5, 1, 0.4)));
    Signal signal = Signals.of(anomaly);
    assertThat(signal.id()).isEqualTo(anomaly.id());
    assertThat(signal.kind()).isEqualTo(SignalKind.ANOMALY);
    assertThat(signal.code()).isEqualTo("resource_risk");
    assertThat(signal.sessionId()).isEqualTo("s1");
    assertThat(signal.severity()).isEqualTo(Severity.HIGH);
    assertThat(signal.score()).isEqualTo(100);
    assertThat(signal.system()).isEqualTo("payments");
    assertThat(signal.permission()).isEqualTo("payments:transfer");
    assertThat(signal.requester()).isEqualTo("ana");
    assertThat(signal.evidence()).containsExactly("e400", "e412");
    assertThat(signal.over()).isFalse();
  }

  @Test
  void anAnomalyThatNothingCarriedIsNamedByItsDetector() {
    Signal signal = Signals.of(anomaly(Explained.bare(), List.of()));
    assertThat(signal.code()).isEqualTo("surprise");
    assertThat(signal.requester()).isNull();
    assertThat(signal.permission()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "GROWTH,SYSTEM,MEDIUM",
    "GROWTH,PERMISSION,MEDIUM",
    "PEER_DIVERGENCE,ACTION,MEDIUM",
    "MIX_SHIFT,PERMISSION,MEDIUM",
    "MIX_SHIFT,SYSTEM,MEDIUM",
    "MIX_SHIFT,HOUR,LOW",
    "LEVEL_SHIFT,VOLUME,LOW"
  })
  void aGainOfAccessIsWorseThanOtherDrift(
      DriftKind kind, DriftDimension dimension, Severity severity) {
    Signal signal = Signals.of(drift(kind, dimension, List.of()));
    assertThat(signal.severity()).isEqualTo(severity);
    assertThat(signal.time()).isEqualTo(2_000);
    assertThat(signal.score()).isNaN();
    assertThat(signal.sessionId()).isNull();
    assertThat(signal.code()).isEqualTo(kind.code() + "." + dimension.code());
  }

  @Test
  void aDriftIsOnASystemIfItIsAboutJustOne() {
    ShareChange vault = new ShareChange("vault", 0, 0.2, "e1");
    ShareChange billing = new ShareChange("billing", 0, 0.1, "e2");
    assertThat(Signals.of(drift(DriftKind.GROWTH, DriftDimension.SYSTEM, List.of(vault))).system())
        .isEqualTo("vault");
    assertThat(
            Signals.of(drift(DriftKind.GROWTH, DriftDimension.SYSTEM, List.of(vault, billing)))
                .system())
        .isNull();
  }

  @Test
  void aFindingKeepsItsIdUntilItIsOver() {
    Signal open = Signals.of(finding(FindingStatus.OPEN, "*"));
    Signal over = Signals.of(finding(FindingStatus.RESOLVED, "crm"));
    assertThat(open.over()).isFalse();
    assertThat(over.over()).isTrue();
    assertThat(over.id()).isEqualTo(open.id());
    assertThat(over.code()).isEqualTo("no_grant");
    assertThat(over.agent()).isEqualTo(new Agent("bot", AgentKind.PERSONAL, null, null, "ana"));
    assertThat(open.system()).isNull();
    assertThat(over.system()).isEqualTo("crm");
    assertThat(over.time()).isEqualTo(30);
  }

  @ParameterizedTest
  @CsvSource({"60,1,0", "75,1,0.136", "115,1,0.5", "170,1,1", "400,1,1", "115,0.4,0.2"})
  void anAnomalyWeighsByHowRareItIs(double score, double maturity, double weight) {
    assertThat(Signals.of(anomaly(Explained.bare(), List.of(), score, maturity)).weight())
        .isCloseTo(weight, within(0.001));
  }

  @Test
  void anAgentThatAwakesIsEvidenceAlthoughItsBaselineHasFaded() {
    List<Contribution> silence = List.of(new Contribution(Feature.SILENCE, 9, 1, 1));
    assertThat(Signals.of(anomaly(Explained.bare(), silence, 76, 0.1)).weight()).isOne();
  }

  @ParameterizedTest
  @CsvSource({
    "NO_GRANT,HIGH,crm:read,0.167",
    "NO_GRANT,HIGH,crm:delete,1",
    "NO_GRANT,LOW,crm:delete,0",
    "AUTHORITY_BYPASS,CRITICAL,crm:delete,0.167",
    "REQUESTER_NOT_ACTIVE,LOW,crm:read,1",
    "DORMANT_AGENT_USED,MEDIUM,,1",
    "DORMANT_AGENT_USED,LOW,,0",
    "INCOMPLETE_RECORD,MEDIUM,crm:read,0"
  })
  void aFindingWeighsByWhatIsWrongWithTheUse(
      PostureRule rule, Severity severity, String permission, double weight) {
    assertThat(Signals.of(finding(rule, severity, permission, List.of("e1"))).weight())
        .isCloseTo(weight, within(0.001));
  }

  @Test
  void aFindingWithoutAUseWeighsNothing() {
    Finding unused = finding(PostureRule.NO_GRANT, Severity.HIGH, "crm:read", List.of());
    assertThat(Signals.of(unused).weight()).isZero();
  }

  private static Anomaly anomaly(AgentAction action, List<Contribution> contributions) {
    return anomaly(action, contributions, 120, 1);
  }

  private static Anomaly anomaly(
      AgentAction action, List<Contribution> contributions, double score, double maturity) {
    return new Anomaly(
        Anomaly.idOf(action),
        action.time(),
        action,
        "s1",
        Explained.COHORT,
        false,
        new Verdict(score, Detector.SURPRISE, new double[] {0, 0, score, 0, 0, 0, 0, 0}, null),
        75,
        null,
        new AnomalySeverity(Severity.HIGH, 1, List.of()),
        new Explanation(
            "Summary.",
            "Happened.",
            List.of(),
            "Peers.",
            contributions,
            List.of("e412", "e400"),
            "Counterfactual.",
            maturity,
            null,
            "Basis."),
        null);
  }

  private static DriftEvent drift(
      DriftKind kind, DriftDimension dimension, List<ShareChange> changes) {
    return DriftEvent.of(
        new Agent("bot", null, null, null, null),
        Explained.COHORT,
        new DriftSignal(
            kind, dimension, 1_000, 2_000, 1, 2, 0.5, 0.01, changes, List.of("e1"), null));
  }

  private static Finding finding(FindingStatus status, String system) {
    return finding(status, PostureRule.NO_GRANT, Severity.HIGH, system, "crm:read", List.of("e1"));
  }

  private static Finding finding(
      PostureRule rule, Severity severity, String permission, List<String> evidence) {
    return finding(FindingStatus.OPEN, rule, severity, "crm", permission, evidence);
  }

  private static Finding finding(
      FindingStatus status,
      PostureRule rule,
      Severity severity,
      String system,
      String permission,
      List<String> evidence) {
    return new Finding(
        "0123456789abcdef",
        status,
        status == FindingStatus.RESOLVED ? Resolution.QUIET : null,
        rule,
        severity,
        "bot",
        AgentKind.PERSONAL,
        "ana",
        FindingSubject.ofRight(system, permission),
        30,
        10,
        20,
        1,
        null,
        evidence,
        "Summary.");
  }
}
