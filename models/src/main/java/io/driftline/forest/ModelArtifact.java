package io.driftline.forest;

import java.util.Objects;

/**
 * A trained model with all that is needed to use, name and reproduce it.
 *
 * @param modelId 32 hexadecimal digits that depend on the content alone: equal models have equal
 *     ids, on every machine
 * @param provenance where it came from
 * @param behaviour judges what is done
 * @param circumstance judges the circumstances
 * @param sums calibrates {@link Surprise#raw} of the other detectors
 * @param usual the median of each feature over the training rows, finite: what is normal
 */
public record ModelArtifact(
    String modelId,
    Provenance provenance,
    CalibratedForest behaviour,
    CalibratedForest circumstance,
    SumCalibrations sums,
    double[] usual) {

  public ModelArtifact {
    Objects.requireNonNull(modelId, "modelId");
    Objects.requireNonNull(sums, "sums");
    requireWithin("behaviour", behaviour, provenance);
    requireWithin("circumstance", circumstance, provenance);
    usual = usual.clone();
    requireUsual(usual, provenance);
  }

  /** The artifact with the id that its content determines. */
  public static ModelArtifact of(
      Provenance provenance,
      CalibratedForest behaviour,
      CalibratedForest circumstance,
      SumCalibrations sums,
      double[] usual) {
    byte[] body = ArtifactWriter.body(provenance, behaviour, circumstance, sums, usual);
    return new ModelArtifact(
        ModelArtifactCodec.idOf(body), provenance, behaviour, circumstance, sums, usual);
  }

  private static void requireWithin(String what, CalibratedForest forest, Provenance provenance) {
    if (forest.leastWidth() > provenance.features()) {
      throw new IllegalArgumentException(
          "The feature schema has %d features, the %s forest reads number %d"
              .formatted(provenance.features(), what, forest.leastWidth()));
    }
  }

  private static void requireUsual(double[] usual, Provenance provenance) {
    if (usual.length != provenance.features()) {
      throw new IllegalArgumentException(
          "The feature schema has %d features, but %d usual values are given"
              .formatted(provenance.features(), usual.length));
    }
    for (int f = 0; f < usual.length; f++) {
      if (!Double.isFinite(usual[f])) {
        throw new IllegalArgumentException(
            "The usual value of feature %d must be finite, was %s".formatted(f, usual[f]));
      }
    }
  }

  /** A copy of the medians, by feature. */
  @Override
  public double[] usual() {
    return usual.clone();
  }

  /** By id, since the id stands for the content. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ModelArtifact artifact && modelId.equals(artifact.modelId);
  }

  @Override
  public int hashCode() {
    return modelId.hashCode();
  }
}
