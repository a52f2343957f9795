package io.driftline.baseline;

import io.driftline.baseline.CohortCounts.Key;
import java.util.Map;

/** The stored form of {@link CohortCounts}. */
public final class CohortCountsCodec {

  private static final int VERSION = 2;
  private static final int KEY_BYTES = 18;
  private static final Dimension[] DIMENSIONS = Dimension.values();

  private CohortCountsCodec() {}

  /** The stored form of {@code counts}. */
  public static byte[] encode(CohortCounts counts) {
    StateWriter out = new StateWriter().writeByte(VERSION);
    out.writeLong(counts.landmark).writeLong(counts.observed).writeLong(counts.lastSeen);
    out.writeLong(counts.publishedAt).writeLong(counts.publishedObserved);
    out.writeInt(counts.arrivals.size());
    for (Map.Entry<Long, Map<Key, Integer>> bucket : counts.arrivals.entrySet()) {
      out.writeLong(bucket.getKey()).writeInt(bucket.getValue().size());
      CohortCounts.inOrder(bucket.getValue())
          .forEach(count -> write(out, count.getKey(), count.getValue()));
    }
    for (ConditionalCounts folded : counts.folded) {
      CountsCodec.write(out, folded);
    }
    return out.toBytes();
  }

  /**
   * Reads a stored form into {@code counts}, which must be fresh.
   *
   * @throws IllegalStateException if it is damaged or from a newer release
   */
  public static CohortCounts decode(byte[] bytes, CohortCounts counts) {
    StateReader in = new StateReader(bytes);
    int version = in.readVersion("cohort counts", VERSION);
    counts.landmark = in.readLong();
    counts.observed = in.readLong();
    counts.lastSeen = in.readLong();
    counts.publishedAt = in.readLong();
    counts.publishedObserved = in.readLong();
    readArrivals(in, counts);
    // Version 1 ended with the dimension of peers.
    int stored = version > 1 ? counts.folded.length : Dimension.PEER.ordinal() + 1;
    for (int i = 0; i < stored; i++) {
      CountsCodec.read(in, counts.folded[i]);
    }
    in.readEnd("cohort counts");
    return counts;
  }

  private static void readArrivals(StateReader in, CohortCounts counts) {
    for (int buckets = in.readCount(9); buckets > 0; buckets--) {
      long start = in.readLong();
      for (int left = in.readCount(KEY_BYTES); left > 0; left--) {
        Key key = new Key(readDimension(in), in.readLong(), in.readLong());
        counts.add(start, key, in.readInt());
      }
    }
  }

  private static Dimension readDimension(StateReader in) {
    int ordinal = in.readByte();
    if (ordinal >= DIMENSIONS.length) {
      throw new IllegalStateException(
          "cohort counts name dimension %d, this release knows %d"
              .formatted(ordinal, DIMENSIONS.length));
    }
    return DIMENSIONS[ordinal];
  }

  private static void write(StateWriter out, Key key, int count) {
    out.writeByte(key.dimension().ordinal());
    out.writeLong(key.context()).writeLong(key.value()).writeInt(count);
  }
}
