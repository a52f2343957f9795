package io.driftline.forest;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads what {@link ArtifactWriter} wrote. A right checksum does not make the content right, so
 * every count is held against what is left of the input before anything is allocated for it.
 */
final class ArtifactReader {

  private static final int LEAF_BYTES = 2 + 4;
  private static final int KNOT_BYTES = 8 + 8;
  private static final int COLUMN_BYTES = 2;

  private final ByteBuffer in;

  ArtifactReader(byte[] body) {
    this.in = ByteBuffer.wrap(body);
  }

  ModelArtifact read(String modelId) {
    try {
      Provenance provenance = provenance();
      CalibratedForest behaviour = calibratedForest(provenance.features());
      CalibratedForest circumstance = calibratedForest(provenance.features());
      SumCalibrations sums =
          new SumCalibrations(
              Stream.generate(this::calibration).limit(Detector.SUMS.size()).toList());
      double[] usual = usual(provenance.features());
      require(!in.hasRemaining(), "has %d bytes after its end", in.remaining());
      return new ModelArtifact(modelId, provenance, behaviour, circumstance, sums, usual);
    } catch (BufferUnderflowException e) {
      throw new ModelFormatException("Model body ends within a value", e);
    } catch (ModelFormatException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new ModelFormatException("Model body is not valid: " + e.getMessage(), e);
    }
  }

  private Provenance provenance() {
    return new Provenance(
        cohort(), in.getLong(), in.getInt(), in.getLong(), in.getLong(), in.getLong(), in.getInt());
  }

  private String cohort() {
    int length = count("cohort bytes", 0, Integer.MAX_VALUE, 1);
    ByteBuffer name = in.slice(in.position(), length);
    in.position(in.position() + length);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(name).toString();
    } catch (CharacterCodingException e) {
      throw new ModelFormatException("Model body has a cohort that is not UTF-8", e);
    }
  }

  private CalibratedForest calibratedForest(int features) {
    int[] columns = new int[count("columns", 1, features, COLUMN_BYTES)];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = in.getShort();
    }
    return new CalibratedForest(columns, forest(columns.length), calibration());
  }

  private CompiledForest forest(int features) {
    int subsample = in.getInt();
    require(
        subsample >= 2 && subsample <= ForestSettings.MAX_SUBSAMPLE,
        "has a subsample of %d rows",
        subsample);
    int size = count("trees", 1, ForestSettings.MAX_TREES, LEAF_BYTES);
    int heightLimit = PathLength.heightLimit(subsample);
    List<IsolationNode> trees = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      IsolationNode root = node(features, 0, heightLimit);
      require(
          root.rows() == subsample, "has tree %d of %d rows, not %d", i, root.rows(), subsample);
      trees.add(root);
    }
    return new CompiledForest(features, subsample, trees);
  }

  private IsolationNode node(int features, int depth, int heightLimit) {
    int feature = in.getShort();
    if (feature == IsolationNode.LEAF) {
      return leaf(depth);
    }
    require(feature >= 0 && feature < features, "splits feature %d of %d", feature, features);
    require(depth < heightLimit, "has a tree over %d splits high", heightLimit);
    double threshold = in.getDouble();
    require(Double.isFinite(threshold), "splits feature %d at %s", feature, threshold);
    IsolationNode below = node(features, depth + 1, heightLimit);
    return IsolationNode.split(feature, threshold, below, node(features, depth + 1, heightLimit));
  }

  private IsolationNode leaf(int depth) {
    int rows = in.getInt();
    require(rows >= 1 && rows <= ForestSettings.MAX_SUBSAMPLE, "has a leaf of %d rows", rows);
    return IsolationNode.leaf(depth, rows);
  }

  private ScoreCalibration calibration() {
    int knots = count("knots", 1, ScoreCalibration.MAX_KNOTS, KNOT_BYTES);
    double[] raw = new double[knots];
    double[] points = new double[knots];
    for (int i = 0; i < knots; i++) {
      raw[i] = in.getDouble();
      points[i] = in.getDouble();
    }
    return new ScoreCalibration(raw, points, in.getDouble());
  }

  private double[] usual(int features) {
    require(
        (long) features * Double.BYTES <= in.remaining(),
        "has %d bytes for the usual values of %d features",
        in.remaining(),
        features);
    double[] usual = new double[features];
    for (int i = 0; i < features; i++) {
      usual[i] = in.getDouble();
    }
    return usual;
  }

  private int count(String what, int least, int most, int leastBytesEach) {
    int count = in.getInt();
    require(count >= least && count <= most, "claims %d %s", count, what);
    require(
        (long) count * leastBytesEach <= in.remaining(),
        "claims %d %s in its last %d bytes",
        count,
        what,
        in.remaining());
    return count;
  }

  private static void require(boolean condition, String complaint, Object... arguments) {
    if (!condition) {
      throw new ModelFormatException("Model body " + complaint.formatted(arguments));
    }
  }
}
