package io.driftline.forest;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import io.driftline.feature.Feature;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The stored form of a {@link VectorSample}; equal samples have equal forms.
 *
 * <p>It carries the feature schema. Vectors of another schema train no model of this release, so
 * they are dropped on reading, and the sample starts anew.
 */
public final class VectorSampleCodec {

  private static final int VERSION = 1;
  private static final int BUCKET_BYTES = 8 + 1;
  private static final int ROW_BYTES = 8 + 8 + SampleRow.WIDTH * Float.BYTES;
  private static final String WHAT = "vector sample";

  private VectorSampleCodec() {}

  /** The stored form of {@code sample}. */
  public static byte[] encode(VectorSample sample) {
    StateWriter out = new StateWriter().writeByte(VERSION).writeLong(Feature.schema());
    out.writeLong(sample.lastSeen).writeLong(sample.observed);
    out.writeLong(sample.trainedAt).writeLong(sample.trainedObserved);
    write(out, sample.sample);
    out.writeInt(sample.arrivals.size());
    for (Map.Entry<Long, SmallestHashes> bucket : sample.arrivals.entrySet()) {
      out.writeLong(bucket.getKey());
      write(out, bucket.getValue());
    }
    return out.toBytes();
  }

  /**
   * Reads a stored form into {@code fresh}, whose caps and window hold from now on.
   *
   * @return {@code fresh}
   * @throws IllegalStateException if it is damaged or from a newer release
   */
  public static VectorSample decode(byte[] bytes, VectorSample fresh) {
    StateReader in = new StateReader(bytes);
    in.readVersion(WHAT, VERSION);
    if (in.readLong() != Feature.schema()) {
      return fresh;
    }
    try {
      read(in, fresh);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(WHAT + " is damaged: " + e.getMessage(), e);
    }
    in.readEnd(WHAT);
    return fresh;
  }

  private static void read(StateReader in, VectorSample into) {
    long lastSeen = in.readLong();
    into.observed = in.readLong();
    into.trainedAt = in.readLong();
    into.trainedObserved = in.readLong();
    readRows(in, into.sample::add);
    for (int buckets = in.readCount(BUCKET_BYTES); buckets > 0; buckets--) {
      long end = in.readLong();
      readRows(in, (hash, row) -> into.add(hash, end, row));
    }
    into.lastSeen = lastSeen;
  }

  private static void write(StateWriter out, SmallestHashes smallest) {
    out.writeInt(smallest.rows().size());
    smallest.rows().forEach((hash, row) -> write(out.writeLong(hash), row));
  }

  private static void write(StateWriter out, SampleRow row) {
    out.writeLong(row.time());
    for (float bits : row.bits()) {
      out.writeFloat(bits);
    }
  }

  private static void readRows(StateReader in, BiConsumer<Long, SampleRow> into) {
    for (int left = in.readCount(ROW_BYTES); left > 0; left--) {
      long hash = in.readLong();
      into.accept(hash, readRow(in));
    }
  }

  private static SampleRow readRow(StateReader in) {
    long time = in.readLong();
    float[] bits = new float[SampleRow.WIDTH];
    for (int f = 0; f < bits.length; f++) {
      bits[f] = in.readFloat();
    }
    return new SampleRow(time, bits);
  }
}
