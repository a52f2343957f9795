package io.driftline.job.cli.backtest;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something again and again, in a thread of its own, until it is closed. */
final class Ticker implements AutoCloseable {

  private static final long MILLIS = 200;

  private final ScheduledExecutorService thread;

  private Ticker(ScheduledExecutorService thread) {
    this.thread = thread;
  }

  static Ticker start(Runnable work) {
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread daemon = new Thread(task, "driftline-progress");
              daemon.setDaemon(true);
              return daemon;
            });
    thread.scheduleWithFixedDelay(work, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
    return new Ticker(thread);
  }

  /** When this returns, the work is no longer being done. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      thread.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
