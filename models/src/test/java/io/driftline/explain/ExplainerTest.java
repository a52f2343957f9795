package io.driftline.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.driftline.activity.AgentAction;
import io.driftline.baseline.Dimension;
import io.driftline.feature.Feature;
import io.driftline.forest.ModelArtifact;
import io.driftline.forest.Scorer;
import io.driftline.forest.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplainerTest {

  private static final Map<Feature, Double> RISKY =
      Map.of(Feature.PERMISSION_RISK, 12.0, Feature.RESOURCE_RISK, 6.0);

  @Test
  void theSummarySaysWhoDidWhatAndWhyThatIsUnusual() {
    assertThat(withoutModel(Explained.surroundings(Explained.newPermission()), RISKY).summary())
        .isEqualTo(
            "sales-assistant-3 did create_transfer in payments on recipient=DE89: it has never used"
                + " permission payments:transfer in 412 actions; usual are crm:read (61 %),"
                + " mail:send (22 %) and 3 more; 1 of the 12 agents of cohort organizational/sales"
                + " has used permission payments:transfer.");
  }

  @Test
  void whatHappenedNamesAllThatTheEventSays() {
    assertThat(withoutModel(Explained.surroundings(), RISKY).happened())
        .isEqualTo(
            "At 2026-03-01T09:30:00Z, the organizational agent sales-assistant-3 did"
                + " create_transfer in payments on recipient=DE89 with permission"
                + " payments:transfer, asked by user ana, called by agent planner-1, by credential"
                + " k1, from 192.0.2.10, moving 2 kB; the answer was success.");
  }

  @Test
  void whatTheEventLeftOutIsNotMentioned() {
    Surroundings nothing = new Surroundings(List.of(), List.of(), 0, 0, 1, null);
    Explanation bare = explain(Explained.bare(), nothing, Explained.vector(RISKY), null);
    assertThat(bare.happened()).isEqualTo("At 2026-03-01T09:30:00Z, a1 did send in mail.");
    assertThat(bare.summary())
        .isEqualTo(
            "a1 did send in mail: it uses a sensitive permission it rarely uses;"
                + " no peers are known to compare with in cohort organizational/sales.");
    assertThat(bare.usual()).isEmpty();
    assertThat(bare.warmUp())
        .isEqualTo(
            "The baseline is still warming up (0 %): it rests on no action yet, and peers speak for"
                + " the rest.");
  }

  @Test
  void withoutAModelSharesAreOfTheFirstSeenBits() {
    Explanation explanation = withoutModel(Explained.surroundings(), RISKY);
    assertThat(explanation.contributions())
        .containsExactly(
            new Contribution(Feature.PERMISSION_RISK, 12, 0, 12 / 18.0),
            new Contribution(Feature.RESOURCE_RISK, 6, 0, 6 / 18.0));
    assertThat(explanation.basis())
        .isEqualTo("There is no model yet: judged by first-seen and rarity alone.");
  }

  /** 25·log10 2 = 7.526 points a bit: 18 bits give 135.5, the 6 of the resource alone 45.15. */
  @Test
  void theCounterfactualPutsBackAsFewSidesAsItTakes() {
    assertThat(withoutModel(Explained.surroundings(), RISKY).counterfactual())
        .isEqualTo(
            "Had its permission been as usual, the score would have been 45.1, below the alert line"
                + " of 75.");
  }

  @Test
  void sidesThatCarriedTheScoreComeFirst() {
    ValueComparison system =
        new ValueComparison(Dimension.SYSTEM, "payments", 0, 300, 3, List.of(), 2, 12, false);
    Explanation explanation =
        withoutModel(Explained.surroundings(system, Explained.newPermission()), RISKY);
    assertThat(explanation.usual()).hasSize(2);
    assertThat(explanation.usual().get(0)).startsWith("It has never used permission");
    assertThat(explanation.usual().get(1))
        .isEqualTo("It has never used system payments in 412 actions.");
    assertThat(explanation.peers()).startsWith("1 of the 12 agents of cohort");
  }

  @Test
  void paceVolumeAndSilenceHaveHumanUnits() {
    Surroundings levels =
        new Surroundings(
            List.of(),
            List.of(
                new LevelComparison(Feature.RATE, 140, 6, 2),
                new LevelComparison(Feature.BYTES, 2_140_000, 3_200, 1),
                new LevelComparison(Feature.SILENCE, 5_760, 55, 3)),
            1,
            412,
            12,
            null);
    assertThat(withoutModel(levels, RISKY).usual())
        .containsExactly(
            "It took about 140 actions within ten minutes, where 6 are usual (mostly 3 to 12).",
            "It moved 2.1 MB with create_transfer, where 3.2 kB is usual.",
            "It comes after a pause of 4 d, where 55 min is usual (mostly 18 min to 2.8 h).");
    assertThat(withoutModel(levels, RISKY).peers())
        .isEqualTo(
            "The 12 agents of cohort organizational/sales tell nothing more: no surprising value is"
                + " one that peers share.");
  }

  @Test
  void aLevelThatLeadsIsTheReason() {
    Surroundings silence =
        new Surroundings(
            List.of(),
            List.of(new LevelComparison(Feature.SILENCE, 5_760, 55, 1)),
            1,
            412,
            1,
            null);
    double[] features = Explained.vector(Map.of(Feature.SILENCE, 60.0));
    Explanation explanation = explain(Explained.transfer(), silence, features, Explained.MODEL);

    assertThat(explanation.summary())
        .contains(": it comes after a pause of 4 d, where 55 min is usual; no peers are known");
    assertThat(explanation.contributions())
        .containsExactly(
            new Contribution(
                Feature.SILENCE, 60, Explained.MODEL.usual()[Feature.SILENCE.ordinal()], 1));
    assertThat(explanation.basis()).startsWith("Judged by the level detector");
    assertThat(explanation.counterfactual()).startsWith("Had its pause been as usual, ");
  }

  /** 0.9 · 200 = 180 were left, the action adds 2 · 6 + 8 = 20. */
  @Test
  void aSessionThatLeadsAddsUp() {
    double[] features =
        Explained.vector(
            Map.of(
                Feature.RESOURCE_RISK, 6.0,
                Feature.NETWORK_RARITY, 8.0,
                Feature.SESSION_LOAD, 190.0));
    Explanation explanation =
        explain(Explained.transfer(), Explained.surroundings(), features, Explained.MODEL);
    String usual = Numbers.quantity(Explained.MODEL.usual()[Feature.SESSION_LOAD.ordinal()]);

    assertThat(explanation.summary())
        .contains(
            ": the surprises of its session add up to 190 bits, where "
                + usual
                + " are usual, mostly from its session so far, resource and network; the 12");
    assertThat(explanation.contributions())
        .extracting(Contribution::feature)
        .containsExactly(Feature.SESSION_LOAD, Feature.RESOURCE_RISK, Feature.NETWORK_RARITY);
    assertThat(explanation.contributions().get(0).share()).isEqualTo(170 / 190.0, within(1e-9));
    assertThat(explanation.basis()).startsWith("Judged by the session detector");
  }

  @Test
  void theEventThatMadeTheSessionRiskyIsEvidence() {
    Surroundings risky = new Surroundings(List.of(), List.of(), 1, 412, 12, "e400");
    Explanation explanation = withoutModel(risky, Map.of(Feature.SESSION_RISK, 5.0));
    assertThat(explanation.evidence()).containsExactly("e412", "e400");
    assertThat(explanation.usual()).containsExactly("The session has been risky since event e400.");
  }

  @Test
  void aRiskThatHasFadedIsNoEvidence() {
    Surroundings risky = new Surroundings(List.of(), List.of(), 1, 412, 12, "e400");
    assertThat(withoutModel(risky, Map.of(Feature.SESSION_RISK, 1.9)).evidence())
        .containsExactly("e412");
  }

  @Test
  void withAModelItNamesTheModelAndSharesSumToOne() {
    double[] features =
        Explained.vector(Map.of(Feature.RESOURCE_RISK, 18.0, Feature.CO_OCCURRENCE_RISK, 18.0));
    Explanation explanation =
        explain(Explained.transfer(), Explained.surroundings(), features, Explained.MODEL);
    String id = Explained.MODEL.modelId().substring(0, 8);
    assertThat(explanation.basis())
        .matches(
            "Judged by the (behaviour|surprise) detector of model "
                + id
                + " of cohort organizational/sales, trained on 2,048 actions from 2026-01-01 to"
                + " 2026-02-01\\.");
    assertThat(explanation.contributions()).hasSizeLessThanOrEqualTo(5).isNotEmpty();
    assertThat(explanation.counterfactual()).startsWith("Had its ");
    assertThat(explanation.warmUp()).isNull();
  }

  @Test
  void aModelThatDidNotJudgeIsPassedOver() {
    double[] features = Explained.vector(RISKY);
    Verdict verdict = Scorer.score(features, null);
    Surroundings surroundings = Explained.surroundings();
    Explanation explanation =
        Explainer.explain(
            Explained.transfer(),
            Explained.COHORT,
            surroundings,
            features,
            verdict,
            Explained.MODEL,
            75);
    assertThat(explanation.basis()).startsWith("There is no model yet");
  }

  @Test
  void readsTheSameInEveryLocale() {
    Surroundings surroundings = Explained.surroundings(Explained.newPermission());
    Explanation expected = withoutModel(surroundings, RISKY);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(withoutModel(surroundings, RISKY)).isEqualTo(expected);
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(withoutModel(surroundings, RISKY)).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void refusesAVectorOfAnotherSchema() {
    Verdict verdict = Scorer.score(Explained.vector(RISKY), null);
    Surroundings surroundings = Explained.surroundings();
    AgentAction action = Explained.transfer();
    assertThatThrownBy(
            () -> Explainer.explain(action, "c", surroundings, new double[2], verdict, null, 75))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a vector has %d features, this one 2", Feature.values().length);
  }

  private static Explanation withoutModel(Surroundings surroundings, Map<Feature, Double> bits) {
    return explain(Explained.transfer(), surroundings, Explained.vector(bits), null);
  }

  private static Explanation explain(
      AgentAction action, Surroundings surroundings, double[] features, ModelArtifact model) {
    Verdict verdict = Scorer.score(features, model);
    return Explainer.explain(action, Explained.COHORT, surroundings, features, verdict, model, 75);
  }
}
