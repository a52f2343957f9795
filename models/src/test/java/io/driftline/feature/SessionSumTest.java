package io.driftline.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SessionSumTest {

  private static final Offset<Double> NEARLY = within(1e-9);

  /** Gains 2 · 3 + 2 · 1.5 + 4 = 13. */
  private static final Map<Feature, Double> ODD =
      Map.of(
          Feature.RESOURCE_RISK, 3.0,
          Feature.CO_OCCURRENCE_RISK, 1.5,
          Feature.NETWORK_RARITY, 4.0,
          Feature.RESOURCE_RARITY, 50.0);

  @Test
  void fadesByATenthAndGainsRisksTwice() {
    assertThat(SessionSum.LOAD.after(0, vector(ODD))).isEqualTo(13, NEARLY);
    assertThat(SessionSum.LOAD.after(20, vector(ODD))).isEqualTo(18 + 13, NEARLY);
    assertThat(SessionSum.LOAD.after(20, vector(Map.of()))).isEqualTo(18, NEARLY);
  }

  @Test
  void neverExceedsTenTimesASteadyGain() {
    double load = 0;
    for (int i = 0; i < 1_000; i++) {
      load = SessionSum.LOAD.after(load, vector(ODD));
    }
    assertThat(load).isEqualTo(130, NEARLY);
  }

  @Test
  void tellsTheLoadBefore() {
    assertThat(SessionSum.LOAD.before(loaded(20))).isEqualTo(20, NEARLY);
    assertThat(SessionSum.LOAD.before(vector(ODD))).as("a load that is too small").isZero();
  }

  @Test
  void contributionsAddUpToTheLoad() {
    double[] terms = SessionSum.LOAD.contributions(loaded(20));

    assertThat(terms[Feature.RESOURCE_RISK.ordinal()]).isEqualTo(6);
    assertThat(terms[Feature.NETWORK_RARITY.ordinal()]).isEqualTo(4);
    assertThat(terms[Feature.RESOURCE_RARITY.ordinal()]).isZero();
    assertThat(terms[Feature.SESSION_LOAD.ordinal()]).isEqualTo(18, NEARLY);
    assertThat(Arrays.stream(terms).sum()).isEqualTo(31, NEARLY);
  }

  /** Three risks twice and eight rarities and levels once. */
  @Test
  void gainsNothingFromItself() {
    double[] ones = DoubleStream.generate(() -> 1).limit(Feature.values().length).toArray();

    assertThat(SessionSum.LOAD.after(0, ones)).isEqualTo(3 * 2 + 8, NEARLY);
  }

  private static double[] loaded(double before) {
    double[] vector = vector(ODD);
    vector[Feature.SESSION_LOAD.ordinal()] = SessionSum.LOAD.after(before, vector);
    return vector;
  }

  private static double[] vector(Map<Feature, Double> bits) {
    double[] vector = new double[Feature.values().length];
    bits.forEach((feature, value) -> vector[feature.ordinal()] = value);
    return vector;
  }

  @Test
  void sumsOfOneSideGainFromThatSideOnly() {
    double[] vector = vector(Map.of(Feature.BYTES, 4.0, Feature.SYSTEM_ENTRY, 6.0));
    SessionSum.setAll(new double[] {0, 10, 20}, vector);

    assertThat(vector[Feature.SESSION_VOLUME.ordinal()]).isEqualTo(9 + 4, NEARLY);
    assertThat(vector[Feature.SESSION_REACH.ordinal()]).isEqualTo(19 + 6, NEARLY);
    assertThat(SessionSum.allBefore(vector)).containsExactly(new double[] {0, 10, 20, 0}, NEARLY);
  }

  @Test
  void theTotalGainsAllButRequesterAndCredentialAndHardlyFades() {
    double[] ones = DoubleStream.generate(() -> 1).limit(Feature.values().length).toArray();

    assertThat(SessionSum.TOTAL.after(100, ones)).isEqualTo(98.5 + 3 * 2 + 6, NEARLY);
  }

  @Test
  void aSumThatFallsIsNoNews() {
    double[] vector = vector(Map.of(Feature.BYTES, 4.0));
    SessionSum.setAll(new double[] {0, 39, 1}, vector);
    assertThat(SessionSum.VOLUME.isNews(vector)).isTrue();
    assertThat(SessionSum.REACH.isNews(vector)).isFalse();

    SessionSum.setAll(new double[] {0, 41, 0}, vector);
    assertThat(SessionSum.VOLUME.isNews(vector)).isFalse();
    assertThat(SessionSum.REACH.isNews(vector)).as("nothing at all").isFalse();
  }

  @Test
  void theTotalIsNewsOnceEachTimeItHasDoubled() {
    double total = 0;
    List<Integer> told = new ArrayList<>();
    for (int action = 1; action <= 40; action++) {
      double[] vector = vector(Map.of(Feature.HOUR_RARITY, 4.0));
      total = SessionSum.TOTAL.after(total, vector);
      vector[Feature.SESSION_TOTAL.ordinal()] = total;
      if (SessionSum.TOTAL.isNews(vector)) {
        told.add((int) total);
      }
    }
    assertThat(told).containsExactly(4, 11, 19, 33, 66);
  }

  @Test
  void sumsThatAReleaseBeforeDidNotKnowBeginAtZero() {
    double[] vector = vector(Map.of());
    SessionSum.setAll(new double[] {20}, vector);

    assertThat(vector[Feature.SESSION_LOAD.ordinal()]).isEqualTo(18, NEARLY);
    assertThat(vector[Feature.SESSION_REACH.ordinal()]).isZero();
  }

  @Test
  void everySumIsToldByAFeature() {
    for (SessionSum sum : SessionSum.values()) {
      assertThat(SessionSum.of(sum.feature())).isSameAs(sum);
    }
    assertThat(SessionSum.of(Feature.BYTES)).isNull();
  }
}
