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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertPolicyTest {

  private static final double[] FEATURES =
      Explained.vector(Map.of(Feature.RESOURCE_RISK, 18.0, Feature.CO_OCCURRENCE_RISK, 18.0));

  private final AlertPolicy policy =
      new AlertPolicy(Thresholds.defaults(), SensitivityTable.shipped());

  @Test
  void raisesFromTheLineOn() {
    assertThat(decided(policy, scored(74.99), 0).alert()).isFalse();
    assertThat(decided(policy, scored(75), 0).alert()).isTrue();
    assertThat(decided(policy, scored(240), 0).alert()).isTrue();
  }

  @Test
  void theLineCanBeRaisedButNotBeyondTheHighestScoreShown() {
    assertThat(decided(policy, scored(80), 0).line()).isEqualTo(75);
    assertThat(decided(policy, scored(80), 7.5).line()).isEqualTo(82.5);
    AlertPolicy high = new AlertPolicy(new Thresholds(90), SensitivityTable.shipped());
    assertThat(decided(high, scored(80), 25).line()).isEqualTo(100);
  }

  @Test
  void whatIsRaisedForTheAgentDoesNotCountAsItsLine() {
    Decision decision = decided(policy, scored(80), 10);
    assertThat(decision.alert()).isFalse();
    assertThat(decision.atLine()).isTrue();
  }

  @Test
  void aRuleMovesTheLineOfWhomItIsAbout() {
    AlertPolicy moved = with(new ThresholdRule(ThresholdScope.AGENT, "a1", null, 90));
    assertThat(decided(moved, scored(80), 0))
        .isEqualTo(new Decision(Detector.SURPRISE, 90, false, false));
    LineSubject other = new LineSubject(null, "c", "a2");
    assertThat(moved.decide(other, scored(80), 0).alert()).isTrue();
  }

  @Test
  void aLineRaisedForOneDetectorHidesNothingThatAnotherSays() {
    AlertPolicy moved = with(new ThresholdRule(ThresholdScope.AGENT, "a1", Detector.SURPRISE, 100));
    double[] both = {78, 0, 90, 0, 0, 0, 0, 0};
    Verdict verdict = new Verdict(90, Detector.SURPRISE, both, null);
    assertThat(decided(moved, verdict, 0))
        .isEqualTo(new Decision(Detector.BEHAVIOUR, 75, true, true));
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

  private static AlertPolicy with(ThresholdRule rule) {
    ThresholdPolicy rules = new ThresholdPolicy(1, List.of(rule), Map.of());
    return new AlertPolicy(Thresholds.defaults(), rules, SensitivityTable.shipped());
  }

  private static Decision decided(AlertPolicy policy, Verdict verdict, double raise) {
    return policy.decide(new LineSubject(null, "c", "a1"), verdict, raise);
  }

  private static Verdict scored(double score) {
    return new Verdict(score, Detector.SURPRISE, new double[] {0, 0, score, 0, 0, 0, 0, 0}, null);
  }
}
