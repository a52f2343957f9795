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

  /**
   * Whether the value is kept however long its key is silent: because it holds what is told once
   * and never again, or because something of it is left to be told. That is told first, even if all
   * time is over at once, as at the end of bounded input.
   */
  default boolean isLasting(V value) {
    return false;
  }

  /**
   * Whether the value goes sooner if its key was seen on one day only: there may be any number of
   * such keys, and little is lost with what one day has taught.
   */
  default boolean hasTrial() {
    return false;
  }

  /** When the value was last used, in event time: it may go when that is long enough ago. */
  long lastUsed(V value);
}
