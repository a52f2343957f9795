package io.driftline.forest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The model that comes with Driftline, for cohorts that have none of their own yet. It was trained
 * on the beginnings of simulated enterprises. Since features are bits of surprise, it transfers.
 */
public final class DefaultModel {

  /** Stands where a cohort's own model names the cohort. */
  public static final String COHORT = "shipped default model";

  /** Where the model is among the sources, from the top of the project. */
  public static final String SOURCE = "models/src/main/resources/io/driftline/forest/default.model";

  private static final String RESOURCE = "default.model";

  private DefaultModel() {}

  /** Its stored form, see {@link ModelArtifactCodec}; may be of an older feature schema. */
  public static byte[] stored() {
    try (InputStream in = DefaultModel.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(
            "the default model is missing: rebuild it with './driftline train --default --out "
                + SOURCE
                + "'");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read resource " + RESOURCE, e);
    }
  }
}
