package io.driftline.baseline;

import java.util.Map;

/** The stored form of {@link CohortCounts}. */
public final class CohortCountsCodec {

  /** Version 1 counted peers by weight; what it knew of them cannot be told from counts. */
  private static final int VERSION = 2;

  private static final int KEY_BYTES = 18;
  private static final Dimension[] DIMENSIONS = Dimension.values();

  private CohortCountsCodec() {}

  /** The stored form of {@code counts}. */
  public static byte[] encode(CohortCounts counts) {
    StateWriter out = new StateWriter().writeByte(VERSION);
    out.writeLong(counts.landmark).writeLong(counts.observed).writeLong(counts.lastSeen);
    out.writeLong(counts.publishedAt).writeLong(counts.publishedObserved);
    out.writeInt(counts.tidiedDay);
    out.writeInt(counts.arrivals.size());
    for (Map.Entry<Long, KeyCounts> bucket : counts.arrivals.entrySet()) {
      out.writeLong(bucket.getKey()).writeInt(bucket.getValue().size());
      bucket
          .getValue()
          .forEachInOrder(
              (dimension, context, value, count) ->
                  out.writeByte(dimension.ordinal())
                      .writeLong(context)
                      .writeLong(value)
                      .writeInt(count));
    }
    for (ConditionalCounts folded : counts.folded) {
      CountsCodec.write(out, folded);
    }
    writePeers(out, counts.peers);
    return out.toBytes();
  }

  /**
   * Reads a stored form into {@code counts}, which must be fresh.
   *
   * @throws IllegalStateException if it is damaged or from a newer release
   */
  public static CohortCounts decode(byte[] bytes, CohortCounts counts) {
    StateReader in = new StateReader(bytes);
    in.readVersion("cohort counts", VERSION, VERSION);
    counts.landmark = in.readLong();
    counts.observed = in.readLong();
    counts.lastSeen = in.readLong();
    counts.publishedAt = in.readLong();
    counts.publishedObserved = in.readLong();
    counts.tidiedDay = in.readInt();
    readArrivals(in, counts);
    for (ConditionalCounts folded : counts.folded) {
      CountsCodec.read(in, folded);
    }
    readPeers(in, counts.peers);
    in.readEnd("cohort counts");
    return counts;
  }

  private static void readArrivals(StateReader in, CohortCounts counts) {
    for (int buckets = in.readCount(9); buckets > 0; buckets--) {
      KeyCounts bucket = counts.arrivals(in.readLong());
      for (int left = in.readCount(KEY_BYTES); left > 0; left--) {
        bucket.add(readDimension(in), in.readLong(), in.readLong(), readTimes(in));
      }
    }
  }

  private static void writePeers(StateWriter out, LruMap<PeerSketch> peers) {
    out.writeInt(peers.size());
    peers.forEach(
        (context, users) -> {
          out.writeLong(context);
          users.write(out);
        });
  }

  private static void readPeers(StateReader in, LruMap<PeerSketch> peers) {
    for (int left = in.readCount(17); left > 0; left--) {
      peers.put(in.readLong(), PeerSketch.read(in));
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

  private static int readTimes(StateReader in) {
    int count = in.readInt();
    if (count < 1) {
      throw new IllegalStateException("cohort counts have a key %d times".formatted(count));
    }
    return count;
  }
}
