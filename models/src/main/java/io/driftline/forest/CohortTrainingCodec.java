package io.driftline.forest;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import io.driftline.feature.Feature;

/**
 * The stored form of a {@link CohortTraining}; equal ones have equal forms. Version 1 was a bare
 * {@link VectorSampleCodec} and is still read.
 *
 * <p>A champion of another feature schema or artifact version judges nothing in this release, so it
 * is dropped on reading.
 */
public final class CohortTrainingCodec {

  private static final int VERSION = 2;
  private static final String WHAT = "cohort training";

  private CohortTrainingCodec() {}

  /** The stored form of {@code training}. */
  public static byte[] encode(CohortTraining training) {
    StateWriter out = new StateWriter().writeByte(VERSION);
    out.writeBytes(VectorSampleCodec.encode(training.sample));
    out.writeLong(training.comparedAt).writeDouble(training.drift);
    out.writeByte(training.champion == null ? 0 : 1);
    if (training.champion != null) {
      out.writeBytes(ModelArtifactCodec.encode(training.champion));
      int[] counts = training.reference.counts();
      out.writeInt(counts.length);
      for (int count : counts) {
        out.writeInt(count);
      }
    }
    return out.toBytes();
  }

  /**
   * Reads a stored form into {@code fresh}, whose sample's caps and window hold from now on.
   *
   * @return {@code fresh}
   * @throws IllegalStateException if it is damaged or from a newer release
   */
  public static CohortTraining decode(byte[] bytes, CohortTraining fresh) {
    StateReader in = new StateReader(bytes);
    if (in.readVersion(WHAT, VERSION) == 1) {
      VectorSampleCodec.decode(bytes, fresh.sample);
      return fresh;
    }
    VectorSampleCodec.decode(in.readBytes(), fresh.sample);
    fresh.comparedAt = in.readLong();
    fresh.drift = in.readDouble();
    if (in.readByte() == 1) {
      readChampion(in, fresh);
    }
    in.readEnd(WHAT);
    return fresh;
  }

  private static void readChampion(StateReader in, CohortTraining into) {
    byte[] model = in.readBytes();
    int[] counts = new int[in.readCount(1)];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = in.readInt();
    }
    try {
      ModelArtifact champion = ModelArtifactCodec.decode(model);
      if (champion.provenance().featureSchema() == Feature.schema()) {
        into.reference = new ScoreHistogram(counts);
        into.champion = champion;
      }
    } catch (ModelFormatException anotherRelease) {
      into.champion = null;
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(WHAT + " is damaged: " + e.getMessage(), e);
    }
  }
}
