package io.driftline.job.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets the work of a thread end in good order on Ctrl-C: it is interrupted once, and the process
 * waits until the work is closed. Made and closed by the thread that does the work.
 */
public final class CtrlC implements AutoCloseable {

  private static final long LONGEST_END_SECONDS = 20;

  private final Thread worker = Thread.currentThread();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupt, "ctrl-c");
  private volatile boolean pressed;

  private CtrlC() {}

  /** Guards the work of this thread until it is closed. */
  public static CtrlC guard() {
    CtrlC guard = new CtrlC();
    Runtime.getRuntime().addShutdownHook(guard.hook);
    return guard;
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
    if (ended.getCount() > 0) {
      worker.interrupt();
    }
    try {
      boolean unused = ended.await(LONGEST_END_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
