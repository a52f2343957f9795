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

  /** Whether it is to be kept, however long ago it was last used. */
  default boolean isNeeded(V value) {
    return false;
  }
}
