package io.driftline.job.cli.forward;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What other threads have to report, run by the one thread that owns what it changes. */
final class Mailbox implements Executor {

  private final BlockingQueue<Runnable> reports = new LinkedBlockingQueue<>();

  /** May be called by any thread. */
  @Override
  public void execute(Runnable report) {
    reports.add(report);
  }

  /**
   * Runs what there is; if there is nothing, waits for it.
   *
   * @param longest how long to wait at most
   */
  void run(Duration longest) throws InterruptedException {
    Runnable report = reports.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
    while (report != null) {
      report.run();
      report = reports.poll();
    }
  }
}
