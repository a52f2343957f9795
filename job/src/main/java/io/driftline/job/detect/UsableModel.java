package io.driftline.job.detect;

import io.driftline.feature.Feature;
import io.driftline.forest.ModelArtifact;
import io.driftline.forest.ModelArtifactCodec;
import io.driftline.forest.ModelFormatException;

/**
 * A model from state, if this release can judge by it. One of another format, or of features that
 * are measured otherwise today, gives way to the initial model until the cohort has a new one.
 */
final class UsableModel {

  private UsableModel() {}

  static ModelArtifact orNull(byte[] bytes) {
    try {
      ModelArtifact model = ModelArtifactCodec.decode(bytes);
      return model.provenance().featureSchema() == Feature.schema() ? model : null;
    } catch (ModelFormatException ofAnotherRelease) {
      return null;
    }
  }
}
