package io.driftline.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.baseline.Dimension;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeatureTest {

  /** Parents of others, or counted by cohorts alone. */
  private static final Set<Dimension> NOT_MEASURED =
      EnumSet.of(Dimension.STEP, Dimension.PEER, Dimension.DAY);

  /** Artifacts carry it: a change here makes every stored model unusable. */
  private static final Set<Feature> ONLY_SUMMED =
      EnumSet.of(
          Feature.PERMISSION_RISK,
          Feature.SYSTEM_ENTRY,
          Feature.SESSION_LOAD,
          Feature.SESSION_VOLUME,
          Feature.SESSION_REACH,
          Feature.SESSION_TOTAL);

  @Test
  void theSchemaIsPinned() {
    assertThat(Feature.schema()).isEqualTo(0x1B3C_03B9_31D6_86DCL);
  }

  @Test
  void codesAreUniqueAndFitForOutputs() {
    assertThat(Feature.values())
        .extracting(Feature::code)
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("[a-z]+(_[a-z]+)*"));
    assertThat(Feature.RESOURCE_RARITY.code()).isEqualTo("resource_rarity");
  }

  @Test
  void everyFeatureButTheSumsAndRepetitionsBelongsToOneFamily() {
    int[] columns =
        Arrays.stream(Family.values()).flatMapToInt(f -> Arrays.stream(f.columns())).toArray();

    assertThat(columns)
        .containsExactlyInAnyOrder(
            IntStream.range(0, Feature.values().length)
                .filter(column -> !ONLY_SUMMED.contains(Feature.values()[column]))
                .toArray());
    assertThat(ONLY_SUMMED).allMatch(feature -> feature.family() == null);
    assertThat(Family.BEHAVIOUR.columns()).isSorted().contains(Feature.SESSION_RISK.ordinal());
    assertThat(Family.CIRCUMSTANCE.columns()).isSorted().contains(Feature.BYTES.ordinal());
    assertThat(Family.BEHAVIOUR.code()).isEqualTo("behaviour");
  }

  @Test
  void everyAgentDimensionIsTheSourceOfAFeatureOrTheParentOfOne() {
    assertThat(Dimension.values())
        .filteredOn(dimension -> !NOT_MEASURED.contains(dimension))
        .allMatch(
            dimension -> Arrays.stream(Feature.values()).anyMatch(f -> f.dimension() == dimension));
  }

  @Test
  void risksAreWeightedAndRaritiesAreNot() {
    assertThat(Feature.values())
        .allMatch(feature -> feature.weighted() == feature.code().endsWith("_risk"))
        .allMatch(feature -> !feature.sentence().isBlank());
  }
}
