package io.driftline.baseline;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Counts of a cohort's actions, from which {@link CohortBaseline} snapshots are made.
 *
 * <p>Arrivals are integers per time bucket, so that adding them in any order gives the same sum. A
 * snapshot folds the buckets that lie before it, in order of time and key, into decayed counts: the
 * result depends on the actions alone, not on who delivered them when.
 */
public final class CohortCounts {

  /** The context in which {@link Dimension#PEER} counts all agents of the cohort. */
  public static final long ALL_PEERS = 0;

  /** The context in which {@link Dimension#DAY} counts all days with sensitive actions. */
  public static final long ALL_DAYS = 0;

  private static final double MAX_EXPONENT = 30;
  private static final double MIN_EXPONENT = -100;
  private static final double SPENT = 1e-2;

  /** A cohort does more kinds of things than one agent. */
  private static final int CONTEXTS_PER_AGENT_CONTEXT = 16;

  private static final long DAY_MILLIS = 86_400_000L;

  private final BaselineSettings settings;
  private final long bucketMillis;
  final NavigableMap<Long, KeyCounts> arrivals = new TreeMap<>();
  final ConditionalCounts[] folded;

  private final TableMaker[] makers =
      Stream.of(Dimension.values()).map(any -> new TableMaker()).toArray(TableMaker[]::new);

  /** Who used a value, by {@link #peerContext}. */
  final LruMap<PeerSketch> peers;

  long landmark = Long.MIN_VALUE;
  long lastSeen = Long.MIN_VALUE;
  long observed;
  long publishedAt = Long.MIN_VALUE;
  long publishedObserved;
  int tidiedDay;

  /**
   * @param settings caps and half-life
   * @param bucketMillis width of a time bucket; snapshots are made at multiples of it
   */
  public CohortCounts(BaselineSettings settings, long bucketMillis) {
    if (bucketMillis <= 0) {
      throw new IllegalArgumentException("bucketMillis must be positive, was " + bucketMillis);
    }
    this.settings = settings;
    this.bucketMillis = bucketMillis;
    int contexts = CONTEXTS_PER_AGENT_CONTEXT * settings.maxContexts();
    this.peers = new LruMap<>(contexts);
    this.folded = new ConditionalCounts[Dimension.values().length];
    for (Dimension dimension : Dimension.values()) {
      folded[dimension.ordinal()] =
          new ConditionalCounts(false, false, contexts, settings.maxValues());
    }
  }

  /** The context in which {@link Dimension#PEER} counts the users of a value. */
  public static long peerContext(Dimension dimension, long value) {
    return Hash64.pair(dimension.ordinal() + 1L, value);
  }

  /** Start of the latest bucket anything was added to; {@link Long#MIN_VALUE} if none. */
  public long lastSeen() {
    return lastSeen;
  }

  /** End of the bucket that starts at {@code bucketStart}: when a snapshot may take it in. */
  public long endOf(long bucketStart) {
    return bucketStart + bucketMillis;
  }

  /**
   * The counts of the bucket that starts at {@code bucketStart}, to be added to: what is counted
   * once per action is a value of a dimension in a context. For {@link Dimension#PEER}, which is
   * not counted but noted, that an agent used a value.
   */
  public KeyCounts arrivals(long bucketStart) {
    lastSeen = Math.max(lastSeen, bucketStart);
    return arrivals.computeIfAbsent(bucketStart, start -> new KeyCounts());
  }

  /** Folds all buckets that end at or before {@code asOf}. */
  public void foldUpTo(long asOf) {
    while (!arrivals.isEmpty() && arrivals.firstKey() + bucketMillis <= asOf) {
      fold(arrivals.pollFirstEntry());
    }
  }

  /**
   * Whether enough has changed since the last snapshot to make another: {@code growth} times as
   * many actions, or an age of {@code maxAgeMillis}.
   */
  public boolean isDue(long asOf, double growth, long maxAgeMillis) {
    return publishedAt == Long.MIN_VALUE
        || (observed > publishedObserved
            && (observed >= publishedObserved * growth || asOf - publishedAt >= maxAgeMillis));
  }

  /** A snapshot of what was folded, decayed to {@code asOf}. */
  public CohortBaseline snapshot(long asOf) {
    publishedAt = asOf;
    publishedObserved = observed;
    return new CohortBaseline(asOf, tables(1 / growth(asOf)), PeerTable.of(peers));
  }

  private void fold(Map.Entry<Long, KeyCounts> bucket) {
    long time = bucket.getKey();
    if (landmark == Long.MIN_VALUE) {
      landmark = time;
    }
    if (exponent(time) > MAX_EXPONENT) {
      moveLandmark(time);
    }
    forgetPeersOnceADay(time);
    double growth = growth(time);
    bucket
        .getValue()
        .forEachInOrder(
            (dimension, context, value, count) -> {
              if (dimension == Dimension.PEER) {
                note(context, value, dayOf(time));
              } else {
                fold(dimension, context, value, growth * count);
                observed += dimension == Dimension.ACTION ? count : 0;
              }
            });
  }

  private void fold(Dimension dimension, long context, long value, double weight) {
    if (dimension == Dimension.DAY) {
      // Used again, so that the roll of all days is never the context unused for longest.
      folded[Dimension.DAY.ordinal()].in(ALL_DAYS);
    }
    folded[dimension.ordinal()].open(context).add(value, null, weight, 0);
  }

  private void note(long context, long agent, int day) {
    // Used again, so that the roll of the cohort is never the context unused for longest.
    peers.get(ALL_PEERS);
    PeerSketch users = peers.get(context);
    if (users == null) {
      users = new PeerSketch();
      peers.put(context, users);
    }
    users.add(agent, day);
  }

  private void forgetPeersOnceADay(long time) {
    if (dayOf(time) > tidiedDay) {
      tidiedDay = dayOf(time);
      int oldest = dayOf(time - settings.lookBackMillis());
      peers.retainIf(
          users -> {
            users.forgetBefore(oldest);
            return users.size() > 0;
          });
    }
  }

  private static int dayOf(long time) {
    return (int) Math.floorDiv(time, DAY_MILLIS);
  }

  private void moveLandmark(long time) {
    double factor = growth(time);
    for (ConditionalCounts each : folded) {
      each.rescale(factor, SPENT);
    }
    landmark = time;
  }

  private double growth(long time) {
    return landmark == Long.MIN_VALUE ? 1 : Math.pow(2, Math.max(MIN_EXPONENT, exponent(time)));
  }

  private double exponent(long time) {
    return (time - landmark) / (double) settings.halfLifeMillis();
  }

  private CohortBaseline.Table[] tables(double scale) {
    CohortBaseline.Table[] tables = new CohortBaseline.Table[folded.length];
    for (int i = 0; i < folded.length; i++) {
      tables[i] = makers[i].make(folded[i], scale);
    }
    return tables;
  }
}
