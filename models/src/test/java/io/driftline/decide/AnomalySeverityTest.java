package io.driftline.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.driftline.activity.AgentKind;
import io.driftline.posture.Severity;
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
  void refusesAScoreThatIsNotShown() {
    assertThatThrownBy(() -> AnomalySeverity.byScore(Double.NaN, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> AnomalySeverity.byScore(100.1, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("100.1");
  }
}
