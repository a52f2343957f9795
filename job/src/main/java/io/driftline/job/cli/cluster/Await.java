package io.driftline.job.cli.cluster;

import java.io.IOException;
import java.time.Duration;

/** Waits for what other processes do. */
public final class Await {

  private static final long PAUSE_MILLIS = 100;

  private Await() {}

  /** Something that may not be true yet. */
  @FunctionalInterface
  public interface Condition {

    /**
     * Whether it is; an {@link IOException} counts as not yet: the process may be about to start.
     */
    boolean isMet() throws Exception;
  }

  /**
   * Returns as soon as {@code condition} is met.
   *
   * @param what is waited for, for the error
   * @throws IllegalStateException if it is not met in time
   */
  public static void until(String what, Duration patience, Condition condition) throws Exception {
    long start = System.nanoTime();
    IOException last = null;
    while (true) {
      try {
        if (condition.isMet()) {
          return;
        }
      } catch (IOException notYet) {
        last = notYet;
      }
      if (System.nanoTime() - start > patience.toNanos()) {
        throw new IllegalStateException(
            "waited %d s in vain until %s".formatted(patience.toSeconds(), what), last);
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }
}
