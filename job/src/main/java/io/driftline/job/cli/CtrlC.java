package io.driftline.job.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets the work of a thread end in good order on Ctrl-C: it is interrupted once, or asks by itself,
 * and the process waits until the work is closed. Made and closed by the thread that does the work.
 */
public final class CtrlC implements AutoCloseable {

  private static final long LONGEST_END_SECONDS = 20;

  private final Thread worker = Thread.currentThread();
  private final boolean interrupts;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupt, "ctrl-c");
  private volatile boolean pressed;

  private CtrlC(boolean interrupts) {
    this.interrupts = interrupts;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Interrupts the work. */
  public static CtrlC guard() {
    return new CtrlC(true);
  }

  /** For work that asks often whether Ctrl-C was {@link #pressed()}, and is not to be disturbed. */
  public static CtrlC watch() {
    return new CtrlC(false);
  }

  /** Whether the work was asked to end. */
  public boolean pressed() {
    return pressed;
  }

  @Override
  public void close() {
    ended.countDown();
    if (!pressed) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException shuttingDown) {
        // Then the hook runs and finds the work ended.
      }
    }
  }

  private void interrupt() {
    pressed = true;
    if (interrupts && ended.getCount() > 0) {
      worker.interrupt();
    }
    try {
      boolean unused = ended.await(LONGEST_END_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
