package io.driftline.job.state;

/**
 * The stored form of a value that a keyed stage keeps per key: one compact, versioned byte array.
 *
 * @param <V> the value in memory
 */
public interface StoredValue<V> {

  /** The value of a key never seen before. */
  V fresh();

  /** The stored form. */
  byte[] encode(V value);

  /** Reads the stored form; fails if it is damaged or newer than this release. */
  V decode(byte[] bytes);

  /** When the value was last used, in event time: it may go when that is long enough ago. */
  long lastUsed(V value);

  /**
   * Whether nothing of it is left to be told. What is left is told first, even if all time is over
   * at once, as at the end of bounded input: until then the value does not go.
   */
  default boolean isSettled(V value) {
    return true;
  }
}
