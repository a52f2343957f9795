package io.driftline.forest;

import io.driftline.feature.Feature;
import java.util.Comparator;
import java.util.TreeMap;

/**
 * The training sample of a cohort: a bounded sample of its recent vectors that depends on the
 * vectors alone, not on who delivered them in which order.
 *
 * <p>Arrivals wait in their time bucket, which keeps the rows with the smallest hashes. Closing a
 * bucket moves them to the sample, which again keeps the smallest hashes of those in the window;
 * buckets close in order of time, so closing often and closing seldom come to the same. The hash is
 * that of the event: an event delivered twice counts once, two of equal hash are taken for one.
 *
 * <p>A busy bucket counts no more than its cap. A row pushed out does not come back when older ones
 * leave the window. Not thread-safe.
 */
public final class VectorSample {

  static final int PER_BUCKET = 256;
  static final int MOST_ROWS = 4_096;
  static final long WINDOW_MILLIS = 7L * 24 * 60 * 60 * 1_000;

  final TreeMap<Long, SmallestHashes> arrivals = new TreeMap<>();
  final SmallestHashes sample;
  long lastSeen = Long.MIN_VALUE;
  long observed;
  long trainedAt = Long.MIN_VALUE;
  long trainedObserved;

  private final int perBucket;
  private final long windowMillis;

  /** Up to {@value #PER_BUCKET} rows a bucket, {@value #MOST_ROWS} in all, of seven days. */
  public VectorSample() {
    this(PER_BUCKET, MOST_ROWS, WINDOW_MILLIS);
  }

  /**
   * @param perBucket most rows of one time bucket
   * @param mostRows most rows of all closed buckets
   * @param windowMillis how far back rows reach
   * @throws IllegalArgumentException if one is not positive
   */
  public VectorSample(int perBucket, int mostRows, long windowMillis) {
    if (perBucket <= 0 || mostRows <= 0 || windowMillis <= 0) {
      throw new IllegalArgumentException(
          "A sample needs positive row counts and a positive window, got %d, %d and %d ms"
              .formatted(perBucket, mostRows, windowMillis));
    }
    this.perBucket = perBucket;
    this.sample = new SmallestHashes(mostRows);
    this.windowMillis = windowMillis;
  }

  /**
   * Adds a vector to its bucket. It is part of the sample once the bucket is closed.
   *
   * @param hash of the event, independent of what happened
   * @param bucketEnd end of the time bucket, epoch milliseconds; for a bucket that was closed
   *     before, the row joins with the next closing
   * @param time of the event, epoch milliseconds
   * @param vector finite bits by {@link Feature} ordinal; kept in single precision
   * @throws IllegalArgumentException if the vector has another length or is not finite
   */
  public void add(long hash, long bucketEnd, long time, double[] vector) {
    add(hash, bucketEnd, SampleRow.of(time, vector));
  }

  /** {@link #add(long, long, long, double[])} of what is in single precision already. */
  public void add(long hash, long bucketEnd, long time, float[] vector) {
    add(hash, bucketEnd, new SampleRow(time, vector.clone()));
  }

  void add(long hash, long bucketEnd, SampleRow row) {
    lastSeen = Math.max(lastSeen, bucketEnd);
    arrivals.computeIfAbsent(bucketEnd, end -> new SmallestHashes(perBucket)).add(hash, row);
  }

  /** Closes the buckets that end at or before {@code end} and forgets what left the window. */
  public void closeUpTo(long end) {
    while (!arrivals.isEmpty() && arrivals.firstKey() <= end) {
      sample.dropBefore(windowStart(arrivals.firstKey()));
      SmallestHashes bucket = arrivals.pollFirstEntry().getValue();
      observed += bucket.rows().size();
      bucket.rows().forEach(sample::add);
    }
    sample.dropBefore(windowStart(end));
  }

  /** A first watermark lies at the beginning of time; without the check the start would wrap. */
  private long windowStart(long end) {
    return end < Long.MIN_VALUE + windowMillis ? Long.MIN_VALUE : end - windowMillis;
  }

  /** The rows of the closed buckets in ascending order of hash, in double precision. */
  public double[][] rows() {
    return sample.rows().values().stream().map(SampleRow::vector).toArray(double[][]::new);
  }

  /** The rows of the closed buckets from {@code time} on, in ascending order of hash. */
  public double[][] rowsFrom(long time) {
    return sample.rows().values().stream()
        .filter(row -> row.time() >= time)
        .map(SampleRow::vector)
        .toArray(double[][]::new);
  }

  /** Up to {@code most} of the latest rows of the closed buckets, the latest first. */
  public double[][] latestRows(int most) {
    return sample.rows().values().stream()
        .sorted(Comparator.comparingLong(SampleRow::time).reversed())
        .limit(most)
        .map(SampleRow::vector)
        .toArray(double[][]::new);
  }

  /**
   * Event time of the earliest row of the closed buckets.
   *
   * @throws java.util.NoSuchElementException if there is none
   */
  public long from() {
    return sample.rows().values().stream().mapToLong(SampleRow::time).min().orElseThrow();
  }

  /**
   * Event time of the latest row of the closed buckets.
   *
   * @throws java.util.NoSuchElementException if there is none
   */
  public long to() {
    return sample.rows().values().stream().mapToLong(SampleRow::time).max().orElseThrow();
  }

  /** Rows of closed buckets so far, those within the cap of their bucket. */
  public long observed() {
    return observed;
  }

  /** End of the latest bucket anything was added to; {@link Long#MIN_VALUE} when fresh. */
  public long lastSeen() {
    return lastSeen;
  }

  /** When a model was last trained; {@link Long#MIN_VALUE} if never. */
  public long trainedAt() {
    return trainedAt;
  }

  /** {@link #observed()} when a model was last trained; 0 if never. */
  public long trainedObserved() {
    return trainedObserved;
  }

  /**
   * Whether to train: there are {@link ModelTrainer#FEWEST_ROWS} rows, and no model was trained
   * yet, or {@code growth} times as many rows were observed since, or the model has reached its age
   * and anything new was observed.
   *
   * @param end event time now, epoch milliseconds
   * @param growth above 1
   * @param maxAgeMillis how old a model may get
   */
  public boolean isDue(long end, double growth, long maxAgeMillis) {
    return sample.rows().size() >= ModelTrainer.FEWEST_ROWS
        && (trainedAt == Long.MIN_VALUE
            || observed >= growth * trainedObserved
            || (observed > trainedObserved && end - trainedAt >= maxAgeMillis));
  }

  /** Remembers that a model was trained on all rows up to {@code end}. */
  public void markTrained(long end) {
    trainedAt = end;
    trainedObserved = observed;
  }
}
