package io.driftline.feature;

import static io.driftline.feature.Feature.BYTES;
import static io.driftline.feature.Feature.OUTCOME_RARITY;
import static io.driftline.feature.Feature.RATE;
import static io.driftline.feature.Feature.RESOURCE_RISK;
import static io.driftline.feature.Feature.SESSION_LOAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.junit.jupiter.api.Test;

class AblationTest {

  /** A load of 10 before the action, to which 2·3 of the risk, 4 of the pace and 1 are added. */
  private static double[] vector() {
    double[] vector = new double[Feature.values().length];
    vector[RESOURCE_RISK.ordinal()] = 3;
    vector[RATE.ordinal()] = 4;
    vector[BYTES.ordinal()] = 1;
    vector[OUTCOME_RARITY.ordinal()] = 5;
    vector[SESSION_LOAD.ordinal()] = 0.9 * 10 + 2 * 3 + 4 + 1;
    return vector;
  }

  @Test
  void leavesTheVectorAloneWhenNothingIsLeftOut() {
    assertThat(Ablation.NONE.apply(vector())).isEqualTo(vector());
    assertThat(Ablation.of(Set.of())).isSameAs(Ablation.NONE);
  }

  @Test
  void holdsTheFeaturesAtZeroAndTakesThemOutOfTheLoad() {
    double[] left = Ablation.of(Set.of(RESOURCE_RISK, RATE)).apply(vector());

    assertThat(left[RESOURCE_RISK.ordinal()]).isZero();
    assertThat(left[RATE.ordinal()]).isZero();
    assertThat(left[BYTES.ordinal()]).isEqualTo(1);
    assertThat(left[OUTCOME_RARITY.ordinal()]).isEqualTo(5);
    assertThat(left[SESSION_LOAD.ordinal()]).isCloseTo(0.9 * 10 + 1, within(1e-12));
  }

  @Test
  void canLeaveTheLoadItselfOut() {
    assertThat(Ablation.of(Set.of(SESSION_LOAD, BYTES)).apply(vector())[SESSION_LOAD.ordinal()])
        .isZero();
  }
}
