package io.driftline.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.forest.DefaultModel;
import io.driftline.forest.Detector;
import io.driftline.forest.ModelArtifact;
import io.driftline.forest.ModelArtifactCodec;
import org.junit.jupiter.api.Test;

class BasisSentencesTest {

  @Test
  void theShippedDefaultModelIsNamedAsSuch() {
    ModelArtifact shipped = ModelArtifactCodec.decode(DefaultModel.stored());

    assertThat(BasisSentences.basis(Detector.SURPRISE, shipped))
        .isEqualTo(
            "Judged by the surprise detector of the shipped default model %s, trained on 16,384"
                    .formatted(shipped.modelId().substring(0, 8))
                + " actions of simulated agents: the cohort has no model of its own yet.");
  }

  @Test
  void aCohortsOwnModelNamesTheCohortAndTheTime() {
    assertThat(BasisSentences.basis(Detector.SURPRISE, Explained.MODEL))
        .startsWith("Judged by the surprise detector of model ")
        .contains(" of cohort ", ", trained on ", " from ", " to ");
  }
}
