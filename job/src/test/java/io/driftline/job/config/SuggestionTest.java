package io.driftline.job.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

  @ParameterizedTest
  @CsvSource({"owner,owner,0", "onwer,owner,1", "owne,owner,1", "ownerr,owner,1", "user,owner,3"})
  void countsSlips(String from, String to, int slips) {
    assertThat(Suggestion.distance(from, to)).isEqualTo(slips);
    assertThat(Suggestion.distance(to, from)).isEqualTo(slips);
  }

  @Test
  void namesTheNearestNameIfThereIsOne() {
    assertThat(Suggestion.of("grant", List.of("grants", "granted")))
        .isEqualTo("; did you mean grants?");
    assertThat(Suggestion.of("colour", List.of("owner", "vendor"))).isEmpty();
  }
}
