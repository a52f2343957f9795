package io.driftline.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.explain.Explained;
import io.driftline.feature.Feature;
import io.driftline.feature.SensitivityTable;
import io.driftline.forest.Detector;
import io.driftline.forest.ModelArtifact;
import io.driftline.forest.Scorer;
import io.driftline.forest.Verdict;
import io.driftline.posture.Severity;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertPolicyTest {

  private static final double[] FEATURES =
      Explained.vector(Map.of(Feature.RESOURCE_RISK, 18.0, Feature.CO_OCCURRENCE_RISK, 18.0));

  private final AlertPolicy policy =
      new AlertPolicy(Thresholds.defaults(), SensitivityTable.shipped());

  @Test
  void raisesFromTheLineOn() {
    assertThat(policy.isAtLine(scored(74.99))).isFalse();
    assertThat(policy.isAtLine(scored(75))).isTrue();
    assertThat(policy.isAtLine(scored(240))).isTrue();
  }

  @Test
  void theLineCanBeRaisedButNotBeyondTheHighestScoreShown() {
    assertThat(policy.line(0)).isEqualTo(75);
    assertThat(policy.line(7.5)).isEqualTo(82.5);
    assertThat(new AlertPolicy(new Thresholds(90), SensitivityTable.shipped()).line(25))
        .isEqualTo(100);
  }

  @Test
  void theExplanationSpeaksOfTheLineThatHeld() {
    assertThat(anomaly(Explained.MODEL).line()).isEqualTo(80);
    assertThat(anomaly(Explained.MODEL).explanation().counterfactual()).contains("line of 80");
  }

  @Test
  void anAnomalyCarriesWhatItWasJudgedBy() {
    Anomaly anomaly = anomaly(Explained.MODEL);
    assertThat(anomaly.model()).isEqualTo(Explained.MODEL.provenance());
    assertThat(anomaly.verdict().modelId()).isEqualTo(Explained.MODEL.modelId());
    assertThat(anomaly.sessionId()).isEqualTo("s1");
    assertThat(anomaly.late()).isTrue();
    assertThat(anomaly.time()).isEqualTo(Explained.transfer().time());
    assertThat(anomaly.severity().severity())
        .isEqualTo(
            AnomalySeverity.byScore(
                anomaly.verdict().shownScore(), Explained.transfer().agent().kind()));
  }

  @Test
  void withoutAModelThereIsNoProvenance() {
    Anomaly anomaly = anomaly(null);
    assertThat(anomaly.model()).isNull();
    assertThat(anomaly.severity().severity()).isEqualTo(Severity.CRITICAL);
  }

  @Test
  void aReplayGivesTheSameAnomaly() {
    assertThat(anomaly(null)).isEqualTo(anomaly(null));
    assertThat(anomaly(null).id()).isEqualTo(anomaly(Explained.MODEL).id());
  }

  @Test
  void idsAreSixteenHexDigitsThatTellEventsApart() {
    assertThat(Anomaly.idOf(Explained.transfer())).matches("[0-9a-f]{16}");
    assertThat(Anomaly.idOf(Explained.transfer())).isNotEqualTo(Anomaly.idOf(Explained.bare()));
  }

  private Anomaly anomaly(ModelArtifact model) {
    return policy.anomaly(
        Explained.transfer(),
        "s1",
        Explained.COHORT,
        true,
        FEATURES,
        null,
        null,
        Explained.surroundings(),
        Scorer.score(FEATURES, model),
        model,
        80);
  }

  private static Verdict scored(double score) {
    return new Verdict(score, Detector.SURPRISE, new double[] {0, 0, score, 0, 0, 0, 0, 0}, null);
  }
}
