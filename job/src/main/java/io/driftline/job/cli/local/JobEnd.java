package io.driftline.job.cli.local;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.core.execution.JobClient;

/**
 * The end of a submitted job. Flink is asked for it once: each time it is asked it starts a client
 * with threads of its own, which ask the cluster until the job has ended.
 */
public final class JobEnd {

  private final CompletableFuture<JobExecutionResult> end;

  private JobEnd(CompletableFuture<JobExecutionResult> end) {
    this.end = end;
  }

  public static JobEnd of(JobClient job) {
    return new JobEnd(job.getJobExecutionResult());
  }

  /**
   * @throws IllegalStateException if it has failed, with the reason, or has ended by itself
   */
  public void requireRunning() throws InterruptedException {
    if (end.isDone()) {
      await();
      throw new IllegalStateException("the job ended by itself");
    }
  }

  /**
   * Waits for it.
   *
   * @throws IllegalStateException if the job failed, with the reason
   */
  public void await() throws InterruptedException {
    try {
      JobExecutionResult unused = end.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the job failed", e.getCause());
    }
  }

  /**
   * Waits for it no longer than that; returns whether it is there.
   *
   * @throws IllegalStateException if the job failed, with the reason
   */
  public boolean await(Duration patience) throws InterruptedException {
    try {
      JobExecutionResult unused = end.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("the job failed", e.getCause());
    }
  }
}
