package io.driftline.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.feature.Feature;
import io.driftline.forest.Scorer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CounterfactualSearchTest {

  private static final Map<Feature, Double> RISKY =
      Map.of(
          Feature.PERMISSION_RISK, 10.0,
          Feature.RESOURCE_RISK, 9.0,
          Feature.RESOURCE_RARITY, 9.0,
          Feature.CREDENTIAL_RARITY, 2.0);

  @Test
  void featuresOfOneDimensionGoTogether() {
    Counterfactual found = without(RISKY, 20);
    assertThat(found.changed())
        .containsExactly(Feature.PERMISSION_RISK, Feature.RESOURCE_RISK, Feature.RESOURCE_RARITY);
    assertThat(found.staysBelow(20)).isTrue();
  }

  @Test
  void aScoreBelowTheLineNeedsNoChange() {
    Counterfactual found = without(Map.of(Feature.CREDENTIAL_RARITY, 2.0), 75);
    assertThat(found.changed()).isEmpty();
    assertThat(CounterfactualSentence.of(found, 75))
        .isEqualTo("The score is below the alert line of 75 as it is.");
  }

  @Test
  void aLineAtZeroIsNeverGoneBelow() {
    Counterfactual found = without(RISKY, 0);
    assertThat(found.staysBelow(0)).isFalse();
    assertThat(CounterfactualSentence.of(found, 0))
        .isEqualTo(
            "Even with its permission, resource and credential as usual, the score would have been"
                + " 0, not below the alert line of 0.");
    assertThat(CounterfactualSentence.of(without(Map.of(), 0), 0))
        .isEqualTo("No single side of the action would have kept it below the alert line of 0.");
  }

  @Test
  void withAModelUsualIsTheMedianOfItsRows() {
    double[] features = Explained.vector(RISKY);
    Counterfactual found =
        new CounterfactualSearch(Explained.MODEL, 75)
            .from(features, Scorer.score(features, Explained.MODEL));
    double[] putBack = features.clone();
    for (Feature feature : found.changed()) {
      putBack[feature.ordinal()] = Explained.MODEL.usual()[feature.ordinal()];
    }
    assertThat(found.score()).isEqualTo(Scorer.score(putBack, Explained.MODEL).score());
    assertThat(features).isEqualTo(Explained.vector(RISKY));
  }

  /** A load of 400: 0.9 · 400 / 1 left from before, and 2 · 20 from this action. */
  @Test
  void whatTheActionAddsToTheSessionGoesWithIt() {
    double[] features =
        Explained.vector(Map.of(Feature.RESOURCE_RISK, 20.0, Feature.SESSION_LOAD, 390.0));
    Counterfactual found =
        new CounterfactualSearch(Explained.MODEL, 75)
            .from(features, Scorer.score(features, Explained.MODEL));

    assertThat(found.changed())
        .contains(Feature.SESSION_LOAD, Feature.SESSION_RISK, Feature.RESOURCE_RISK);
    assertThat(found.staysBelow(75)).isTrue();
    assertThat(CounterfactualSentence.of(found, 75)).contains("session so far");
  }

  private static Counterfactual without(Map<Feature, Double> bits, double line) {
    double[] features = Explained.vector(bits);
    return new CounterfactualSearch(null, line).from(features, Scorer.score(features, null));
  }
}
