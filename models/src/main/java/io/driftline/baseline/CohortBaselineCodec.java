package io.driftline.baseline;

import io.driftline.baseline.CohortBaseline.Table;

/** The stored form of a {@link CohortBaseline}. */
public final class CohortBaselineCodec {

  private static final int VERSION = 2;

  /** A long with a float and an integer of at most five bytes beside it; a float or one of both. */
  private static final int PAIR_BYTES = Long.BYTES + Float.BYTES + 5;

  private static final int HEAD_BYTES = 32;

  private CohortBaselineCodec() {}

  /** The stored form of {@code cohort}. */
  public static byte[] encode(CohortBaseline cohort) {
    StateWriter out = new StateWriter(mostBytes(cohort)).writeByte(VERSION).writeLong(cohort.asOf);
    out.writeInt(cohort.tables.length);
    for (Table table : cohort.tables) {
      write(out, table);
    }
    cohort.peers.write(out);
    return out.toBytes();
  }

  /**
   * Reads a stored form.
   *
   * @throws IllegalStateException if it is damaged or from a newer release
   */
  public static CohortBaseline decode(byte[] bytes) {
    StateReader in = new StateReader(bytes);
    in.readVersion("cohort baseline", VERSION, VERSION);
    long asOf = in.readLong();
    int stored = in.readCount(2);
    Table[] tables = CohortBaseline.EMPTY.tables.clone();
    if (stored > tables.length) {
      throw new IllegalStateException(
          "cohort baseline has %d dimensions, this release knows %d"
              .formatted(stored, tables.length));
    }
    for (int i = 0; i < stored; i++) {
      tables[i] = read(in);
    }
    PeerTable peers = PeerTable.read(in);
    in.readEnd("cohort baseline");
    return new CohortBaseline(asOf, tables, peers);
  }

  private static int mostBytes(CohortBaseline cohort) {
    int bytes = HEAD_BYTES + cohort.peers.contexts().length * PAIR_BYTES;
    for (Table table : cohort.tables) {
      bytes += HEAD_BYTES + (table.contexts().length + table.values().length) * PAIR_BYTES;
    }
    return bytes;
  }

  private static void write(StateWriter out, Table table) {
    out.writeLongs(table.contexts());
    for (int i = 0; i < table.contexts().length; i++) {
      out.writeFloat(table.totals()[i]);
      out.writeInt(table.starts()[i + 1] - table.starts()[i]);
    }
    out.writeLongs(table.values());
    for (float tail : table.tails()) {
      out.writeFloat(tail);
    }
  }

  private static Table read(StateReader in) {
    long[] contexts = in.readLongs();
    float[] totals = new float[contexts.length];
    int[] starts = new int[contexts.length + 1];
    for (int i = 0; i < contexts.length; i++) {
      totals[i] = in.readFloat();
      starts[i + 1] = starts[i] + in.readCount(0);
    }
    long[] values = in.readLongs();
    if (starts[contexts.length] != values.length) {
      throw new IllegalStateException(
          "cohort baseline has %d values where %d were announced"
              .formatted(values.length, starts[contexts.length]));
    }
    float[] tails = new float[values.length];
    for (int i = 0; i < tails.length; i++) {
      tails[i] = in.readFloat();
    }
    return new Table(contexts, totals, starts, values, tails);
  }
}
