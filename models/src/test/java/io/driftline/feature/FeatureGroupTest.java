package io.driftline.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FeatureGroupTest {

  @ParameterizedTest
  @EnumSource
  void everyFeatureBelongsToOneGroup(Feature feature) {
    assertThat(FeatureGroup.values())
        .filteredOn(group -> group.features().contains(feature))
        .containsExactly(FeatureGroup.of(feature));
  }

  @ParameterizedTest
  @EnumSource
  void noGroupIsEmpty(FeatureGroup group) {
    assertThat(group.features()).isNotEmpty();
  }

  @Test
  void groupsByWhatIsLookedAt() {
    assertThat(FeatureGroup.TARGET.features())
        .contains(Feature.SYSTEM_RARITY, Feature.RESOURCE_RISK, Feature.SCOPE_RARITY)
        .doesNotContain(Feature.PERMISSION_RISK);
    assertThat(FeatureGroup.RHYTHM.features())
        .containsExactly(Feature.HOUR_RARITY, Feature.RATE, Feature.SILENCE);
  }

  @Test
  void namesAreLowerCase() {
    assertThat(Arrays.stream(FeatureGroup.values()).map(FeatureGroup::code))
        .contains("right", "target", "sequence", "session");
  }
}
