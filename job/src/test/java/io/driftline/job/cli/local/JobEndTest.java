package io.driftline.job.cli.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.JobID;
import org.apache.flink.core.execution.JobClient;
import org.junit.jupiter.api.Test;

class JobEndTest {

  private final CompletableFuture<JobExecutionResult> result = new CompletableFuture<>();
  private final AtomicInteger asked = new AtomicInteger();
  private final JobEnd end = JobEnd.of(client());

  @Test
  void flinkIsAskedOnce() throws Exception {
    end.requireRunning();
    end.requireRunning();
    assertThat(end.await(Duration.ofMillis(1))).isFalse();

    assertThat(asked).hasValue(1);
  }

  @Test
  void aJobThatFailedSaysWhy() {
    result.completeExceptionally(new IllegalArgumentException("no such topic"));

    assertThatThrownBy(end::requireRunning)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the job failed")
        .hasRootCauseMessage("no such topic");
    assertThatThrownBy(end::await).hasRootCauseMessage("no such topic");
  }

  @Test
  void aJobThatEndedIsNotRunning() throws Exception {
    result.complete(new JobExecutionResult(new JobID(), 1, Map.of()));

    assertThat(end.await(Duration.ZERO)).isTrue();
    end.await();
    assertThatThrownBy(end::requireRunning).hasMessage("the job ended by itself");
  }

  private JobClient client() {
    return (JobClient)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {JobClient.class},
            (proxy, method, arguments) -> {
              assertThat(method.getName()).isEqualTo("getJobExecutionResult");
              asked.incrementAndGet();
              return result;
            });
  }
}
