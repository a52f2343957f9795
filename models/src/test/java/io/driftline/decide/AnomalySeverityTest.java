package io.driftline.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.driftline.activity.AgentKind;
import io.driftline.activity.Requester;
import io.driftline.explain.Explained;
import io.driftline.posture.BlastRadius;
import io.driftline.posture.Severity;
import io.driftline.posture.Standing;
import io.driftline.registry.Authority;
import io.driftline.registry.AuthorityVerdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnomalySeverityTest {

  @ParameterizedTest
  @CsvSource({
    "ORGANIZATIONAL,74.9,LOW",
    "ORGANIZATIONAL,75,MEDIUM",
    "ORGANIZATIONAL,85,HIGH",
    "ORGANIZATIONAL,94.9,HIGH",
    "ORGANIZATIONAL,95,CRITICAL",
    "THIRD_PARTY,75,MEDIUM",
    "THIRD_PARTY,90,HIGH",
    "THIRD_PARTY,99.9,HIGH",
    "THIRD_PARTY,100,CRITICAL",
    "PERSONAL,79.9,LOW",
    "PERSONAL,80,MEDIUM",
    "PERSONAL,95,HIGH",
    "PERSONAL,100,HIGH",
    ",75,MEDIUM",
    ",95,CRITICAL"
  })
  void followsTheTable(AgentKind kind, double score, Severity severity) {
    assertThat(AnomalySeverity.byScore(score, kind)).isEqualTo(severity);
  }

  @Test
  void theRegisteredKindCountsRatherThanTheStatedOne() {
    Standing personal = new Standing(AgentKind.PERSONAL, BlastRadius.NONE);

    assertThat(severity(75, null, personal).severity()).isEqualTo(Severity.LOW);
    assertThat(severity(75, null, null).severity()).isEqualTo(Severity.MEDIUM);
  }

  @Test
  void aRequesterWithoutTheRightMakesItWorseAndItSaysSo() {
    Requester ana = new Requester("ana", Requester.Type.USER);
    Authority none = new Authority(AuthorityVerdict.NOT_ENTITLED, ana, List.of());

    AnomalySeverity found = severity(75, none, null);

    assertThat(found.severity()).isEqualTo(Severity.HIGH);
    assertThat(found.reasons())
        .containsExactly(
            "ana, for whom it was done, is not entitled to payments:transfer on payments.");
    assertThat(severity(75, none.with(AuthorityVerdict.ENTITLED), null).severity())
        .isEqualTo(Severity.MEDIUM);
    assertThat(severity(75, none.with(AuthorityVerdict.DISABLED), null).reasons())
        .containsExactly("ana, for whom it was done, has left or is disabled.");
  }

  @Test
  void aVastReachMakesItWorse() {
    Standing vast = new Standing(AgentKind.ORGANIZATIONAL, new BlastRadius(9, 5));
    Standing wide = new Standing(AgentKind.ORGANIZATIONAL, new BlastRadius(9, 4.9));

    assertThat(severity(75, null, vast).severity()).isEqualTo(Severity.HIGH);
    assertThat(severity(75, null, vast).reasons())
        .containsExactly("sales-assistant-3 has grants on 9 systems.");
    assertThat(severity(75, null, wide).reasons()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0,HIGH", "0.25,HIGH", "0.5,CRITICAL", "1,CRITICAL"})
  void whatChangesNothingIsOneStepMilder(double sensitivity, Severity severity) {
    AnomalySeverity found = AnomalySeverity.of(100, Explained.transfer(), sensitivity, null, null);

    assertThat(found.severity()).isEqualTo(severity);
    assertThat(found.sensitivity()).isEqualTo(sensitivity);
  }

  @Test
  void nothingIsWorseThanCritical() {
    Standing vast = new Standing(null, new BlastRadius(BlastRadius.EVERYWHERE, 7));

    AnomalySeverity found = severity(100, null, vast);

    assertThat(found.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(found.reasons()).containsExactly("sales-assistant-3 has a grant on every system.");
  }

  private static AnomalySeverity severity(double score, Authority authority, Standing standing) {
    return AnomalySeverity.of(score, Explained.transfer(), 1, authority, standing);
  }

  @Test
  void refusesAScoreThatIsNotShown() {
    assertThatThrownBy(() -> AnomalySeverity.byScore(Double.NaN, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> AnomalySeverity.byScore(100.1, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("100.1");
  }
}
