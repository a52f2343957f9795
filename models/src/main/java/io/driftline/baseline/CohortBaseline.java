package io.driftline.baseline;

import java.util.Arrays;

/**
 * What the peers of an agent usually do, as of one moment: an immutable snapshot, in flat sorted
 * arrays, of the tail masses of every known value.
 */
public final class CohortBaseline {

  /** A cohort of which nothing is known. */
  public static final CohortBaseline EMPTY =
      new CohortBaseline(Long.MIN_VALUE, emptyTables(), PeerTable.EMPTY);

  final long asOf;
  final Table[] tables;
  final PeerTable peers;

  CohortBaseline(long asOf, Table[] tables, PeerTable peers) {
    this.asOf = asOf;
    this.tables = tables;
    this.peers = peers;
  }

  /** The event time up to which (exclusively) actions are counted in, in milliseconds. */
  public long asOf() {
    return asOf;
  }

  /**
   * Where a context is kept: looked up once, it tells all about the context.
   *
   * @return negative when nothing is known of it
   */
  public int placeOf(Dimension dimension, long context) {
    return Arrays.binarySearch(tables[dimension.ordinal()].contexts(), context);
  }

  /** As {@link DecayedCounts#tailMass}, for the peers together; 1 when nothing is known. */
  public double tailMassAt(Dimension dimension, int place, long value) {
    return place < 0 ? 1 : tables[dimension.ordinal()].tailMassAt(place, value);
  }

  /** The tail mass of a value that none of the peers had, in this context. */
  public double tailMassOfNewAt(Dimension dimension, int place) {
    return place < 0 ? 1 : tables[dimension.ordinal()].tailMassOfNewAt(place);
  }

  /** Decayed number of observations in a context. */
  public double totalAt(Dimension dimension, int place) {
    return place < 0 ? 0 : tables[dimension.ordinal()].totals()[place];
  }

  /** {@link #tailMassAt} of a context that is not looked up yet. */
  public double tailMass(Dimension dimension, long context, long value) {
    return tailMassAt(dimension, placeOf(dimension, context), value);
  }

  /** {@link #totalAt} of a context that is not looked up yet. */
  public double total(Dimension dimension, long context) {
    return totalAt(dimension, placeOf(dimension, context));
  }

  /** Number of distinct values in a context. */
  public int distinct(Dimension dimension, long context) {
    return tables[dimension.ordinal()].distinctIn(context);
  }

  /** Number of agents in the cohort; an estimate above {@value PeerSketch#MOST}. */
  public int peers() {
    return peers.usersOf(CohortCounts.ALL_PEERS);
  }

  /** Number of agents in the cohort that used this value; an estimate above some hundreds. */
  public int peersUsing(Dimension dimension, long value) {
    return peers.usersOf(CohortCounts.peerContext(dimension, value));
  }

  /**
   * Whether the peers have done something sensitive to a resource often enough for it to be usual:
   * since their first days, or on as many different days as {@link Probation} asks of one agent. An
   * instruction injected into many agents at once is new to each of them; that others follow it,
   * too, makes it no more harmless.
   *
   * @param thing see {@link Observation#thingKey}
   */
  public boolean vouchesFor(long thing) {
    Table days = tables[Dimension.DAY.ordinal()];
    return days.distinctIn(thing) >= Probation.DAYS
        || (days.distinctIn(thing) > 0
            && days.leastIn(thing) - days.leastIn(CohortCounts.ALL_DAYS) < Probation.WARM_UP_DAYS);
  }

  private static Table[] emptyTables() {
    Table[] tables = new Table[Dimension.values().length];
    Arrays.fill(tables, Table.EMPTY);
    return tables;
  }

  /**
   * One dimension.
   *
   * @param contexts fingerprints of the contexts, ascending
   * @param totals decayed number of observations per context
   * @param starts where the values of each context start; one more entry than contexts
   * @param values fingerprints of the values, ascending within each context
   * @param tails tail mass per value
   */
  record Table(long[] contexts, float[] totals, int[] starts, long[] values, float[] tails) {

    static final Table EMPTY =
        new Table(new long[0], new float[0], new int[] {0}, new long[0], new float[0]);

    /** A table to be filled. */
    static Table ofSize(int contexts, int values) {
      return new Table(
          new long[contexts],
          new float[contexts],
          new int[contexts + 1],
          new long[values],
          new float[values]);
    }

    double tailMassAt(int place, long value) {
      int slot = Arrays.binarySearch(values, starts[place], starts[place + 1], value);
      return slot >= 0 ? tails[slot] : tailMassOfNewAt(place);
    }

    double tailMassOfNewAt(int place) {
      int distinct = starts[place + 1] - starts[place];
      return distinct / (totals[place] + (double) distinct);
    }

    /** The least value in a context; 0 if there is none. */
    long leastIn(long context) {
      int at = Arrays.binarySearch(contexts, context);
      return at < 0 || starts[at] == starts[at + 1] ? 0 : values[starts[at]];
    }

    int distinctIn(long context) {
      int at = Arrays.binarySearch(contexts, context);
      return at < 0 ? 0 : starts[at + 1] - starts[at];
    }
  }
}
