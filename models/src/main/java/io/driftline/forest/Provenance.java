package io.driftline.forest;

import java.util.Objects;

/**
 * Where a model came from: enough to grow it again from the same rows.
 *
 * @param cohort the agents it is for, 1 to {@value #LONGEST_COHORT} characters
 * @param featureSchema hash of the names and order of the features; a model scores only vectors of
 *     its own schema
 * @param features how many features the schema has, 1 to {@link CompiledForest#MAX_FEATURES}
 * @param seed what the forests were grown with
 * @param from the earliest event time of the training rows, epoch milliseconds
 * @param to the latest, not before {@code from}
 * @param rows how many rows it was trained on, at least 1
 */
public record Provenance(
    String cohort, long featureSchema, int features, long seed, long from, long to, int rows) {

  /** The longest cohort name. */
  public static final int LONGEST_COHORT = 1_000;

  public Provenance {
    Objects.requireNonNull(cohort, "cohort");
    if (cohort.isEmpty() || cohort.length() > LONGEST_COHORT) {
      throw new IllegalArgumentException(
          "A cohort name has 1 to %d characters, this one %d"
              .formatted(LONGEST_COHORT, cohort.length()));
    }
    if (features < 1 || features > CompiledForest.MAX_FEATURES) {
      throw new IllegalArgumentException(
          "A model has 1 to %d features, this one %d"
              .formatted(CompiledForest.MAX_FEATURES, features));
    }
    if (rows < 1) {
      throw new IllegalArgumentException("A model has at least one row, this one " + rows);
    }
    if (to < from) {
      throw new IllegalArgumentException(
          "The training window ends at %d, before it starts at %d".formatted(to, from));
    }
  }
}
