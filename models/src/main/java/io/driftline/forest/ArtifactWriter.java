package io.driftline.forest;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Writes the body of a model artifact.
 *
 * <pre>
 * provenance    cohort (4 length, UTF-8) · 8 schema · 4 features · 8 seed · 8 from · 8 to · 4 rows
 * behaviour     columns · forest · calibration
 * circumstance  columns · forest · calibration
 * sums          calibrations in the order of {@link Detector#SUMS}
 * usual         8 median of each feature
 *
 * columns       4 count · 2 each
 * forest        4 subsample · 4 trees · per tree its nodes in preorder, below before above:
 *               2 feature · 8 threshold for a split, 2 value −1 · 4 rows for a leaf
 * calibration   4 knots · per knot 8 raw score · 8 score; then 8 tail slope
 * </pre>
 *
 * Path lengths are not stored: they follow from depths and rows.
 */
final class ArtifactWriter {

  private final DataOutputStream out;

  private ArtifactWriter(DataOutputStream out) {
    this.out = out;
  }

  static byte[] body(
      Provenance provenance,
      CalibratedForest behaviour,
      CalibratedForest circumstance,
      SumCalibrations sums,
      double[] usual) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      ArtifactWriter writer = new ArtifactWriter(out);
      writer.write(provenance);
      writer.write(behaviour);
      writer.write(circumstance);
      for (ScoreCalibration sum : sums.inOrder()) {
        writer.write(sum);
      }
      writer.write(usual);
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory failed", e);
    }
    return bytes.toByteArray();
  }

  private void write(Provenance provenance) throws IOException {
    byte[] cohort = provenance.cohort().getBytes(StandardCharsets.UTF_8);
    out.writeInt(cohort.length);
    out.write(cohort);
    out.writeLong(provenance.featureSchema());
    out.writeInt(provenance.features());
    out.writeLong(provenance.seed());
    out.writeLong(provenance.from());
    out.writeLong(provenance.to());
    out.writeInt(provenance.rows());
  }

  private void write(CalibratedForest calibrated) throws IOException {
    int[] columns = calibrated.columns();
    out.writeInt(columns.length);
    for (int column : columns) {
      out.writeShort(column);
    }
    write(calibrated.forest());
    write(calibrated.calibration());
  }

  private void write(CompiledForest forest) throws IOException {
    out.writeInt(forest.subsample());
    out.writeInt(forest.size());
    for (IsolationNode root : forest.trees()) {
      write(root);
    }
  }

  private void write(IsolationNode node) throws IOException {
    out.writeShort(node.feature());
    if (node.isLeaf()) {
      out.writeInt(node.rows());
      return;
    }
    out.writeDouble(node.threshold());
    write(node.below());
    write(node.above());
  }

  private void write(ScoreCalibration calibration) throws IOException {
    double[] raw = calibration.rawKnots();
    double[] points = calibration.pointKnots();
    out.writeInt(raw.length);
    for (int i = 0; i < raw.length; i++) {
      out.writeDouble(raw[i]);
      out.writeDouble(points[i]);
    }
    out.writeDouble(calibration.tailSlope());
  }

  private void write(double[] values) throws IOException {
    for (double value : values) {
      out.writeDouble(value);
    }
  }
}
