package io.driftline.incident;

import static io.driftline.incident.SignalKind.ANOMALY;
import static io.driftline.incident.SignalKind.DRIFT;
import static io.driftline.incident.SignalKind.FINDING;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.posture.PostureRule;
import io.driftline.posture.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncidentSeverityTest {

  @Test
  void aLoneSignalIsAsSevereAsItIs() {
    for (Severity severity : Severity.values()) {
      IncidentSeverity rated =
          IncidentSeverity.of(severity, new SignalCounts(1, 0, 0), List.of(ANOMALY));
      assertThat(rated.severity()).isEqualTo(severity);
      assertThat(rated.reasons()).isEmpty();
    }
  }

  @Test
  void fiveAnomaliesAreAStepWorse() {
    assertThat(rated(new SignalCounts(4, 0, 0), ANOMALY).severity()).isEqualTo(Severity.MEDIUM);
    IncidentSeverity five = rated(new SignalCounts(5, 0, 0), ANOMALY);
    assertThat(five.severity()).isEqualTo(Severity.HIGH);
    assertThat(five.reasons()).containsExactly("5 anomalies in one incident are hardly chance.");
  }

  @Test
  void kindsOfEvidenceThatAgreeAreAStepWorse() {
    IncidentSeverity two = rated(new SignalCounts(1, 0, 1), FINDING, ANOMALY);
    assertThat(two.severity()).isEqualTo(Severity.HIGH);
    assertThat(two.reasons()).containsExactly("Anomalies and findings point the same way.");
    assertThat(rated(new SignalCounts(1, 1, 1), ANOMALY, DRIFT, FINDING).reasons())
        .containsExactly("Anomalies, drift and findings point the same way.");
  }

  @Test
  void bothTogetherAreTwoStepsAndNothingIsWorseThanCritical() {
    SignalCounts counts = new SignalCounts(14, 0, 1);
    assertThat(rated(counts, ANOMALY, FINDING).severity()).isEqualTo(Severity.CRITICAL);
    assertThat(IncidentSeverity.of(Severity.CRITICAL, counts, List.of(ANOMALY, FINDING)).severity())
        .isEqualTo(Severity.CRITICAL);
  }

  @Test
  void whatTheSeverityOfAnAnomalyCountsIsNoEvidenceOfItsOwn() {
    assertThat(gives(PostureRule.NO_GRANT)).isTrue();
    assertThat(gives(PostureRule.UNKNOWN_CREDENTIAL)).isTrue();
    assertThat(gives(PostureRule.AUTHORITY_BYPASS)).isFalse();
    assertThat(gives(PostureRule.REQUESTER_NOT_ACTIVE)).isFalse();
  }

  @Test
  void whatHoldsWhateverTheAgentDoesIsNoEvidence() {
    assertThat(gives(PostureRule.OWNERLESS_AGENT)).isFalse();
    assertThat(gives(PostureRule.REVIEW_OVERDUE)).isFalse();
    assertThat(Corroboration.isGivenBy(Raised.finding("f", 0).code("of_later").signal())).isFalse();
  }

  @Test
  void mildDriftIsNoEvidence() {
    assertThat(Corroboration.isGivenBy(Raised.drift("d", 0).signal())).isTrue();
    assertThat(Corroboration.isGivenBy(Raised.drift("d", 0).severity(Severity.LOW).signal()))
        .isFalse();
  }

  private static boolean gives(PostureRule rule) {
    return Corroboration.isGivenBy(Raised.finding("f", 0).code(rule.id()).signal());
  }

  private static IncidentSeverity rated(SignalCounts counts, SignalKind... agreeing) {
    return IncidentSeverity.of(Severity.MEDIUM, counts, List.of(agreeing));
  }
}
