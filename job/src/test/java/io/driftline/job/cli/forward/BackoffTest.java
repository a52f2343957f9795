package io.driftline.job.cli.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private static final Duration FIRST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(2);
  private static final Answer UNAVAILABLE = Answer.of(503, Duration.ZERO);

  @Test
  void theLongestWaitDoublesUpToACap() {
    Backoff backoff = new Backoff(FIRST, LONGEST, mostly());
    assertThat(LongStream.rangeClosed(1, 7).map(i -> millis(backoff, (int) i)))
        .containsExactly(100L, 200L, 400L, 800L, 1600L, 2000L, 2000L);
    assertThat(millis(backoff, Integer.MAX_VALUE)).isEqualTo(2000);
  }

  @Test
  void waitsSpreadEvenlyFromNothingToTheLongest() {
    Backoff backoff = new Backoff(FIRST, LONGEST, new Random(7));
    long[] waits = LongStream.range(0, 10_000).map(i -> millis(backoff, 3)).toArray();
    assertThat(LongStream.of(waits)).allMatch(wait -> wait >= 0 && wait <= 400);
    assertThat(LongStream.of(waits).average().orElseThrow()).isBetween(195.0, 205.0);
    assertThat(LongStream.of(waits).filter(wait -> wait < 100).count()).isBetween(2300L, 2700L);
  }

  @Test
  void neverComesBackBeforeItIsAskedTo() {
    Backoff backoff = new Backoff(FIRST, LONGEST, new Random(7));
    Answer busy = Answer.of(429, Duration.ofSeconds(30));
    for (int i = 0; i < 100; i++) {
      assertThat(backoff.after(1, busy))
          .isBetween(Duration.ofMillis(30_000), Duration.ofMillis(30_100));
    }
  }

  @Test
  void refusesWaitsThatDoNotGrow() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Backoff(LONGEST, FIRST, mostly()))
        .withMessageContaining("PT2S to PT0.1S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Backoff(Duration.ZERO, FIRST, mostly()));
  }

  private static long millis(Backoff backoff, int attempts) {
    return backoff.after(attempts, UNAVAILABLE).toMillis();
  }

  /** As long as possible each time. */
  private static RandomGenerator mostly() {
    return new RandomGenerator() {
      @Override
      public long nextLong() {
        throw new UnsupportedOperationException();
      }

      @Override
      public long nextLong(long bound) {
        return bound - 1;
      }
    };
  }
}
