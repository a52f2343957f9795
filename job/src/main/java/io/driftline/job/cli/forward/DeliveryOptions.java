package io.driftline.job.cli.forward;

import io.driftline.job.cli.CommandFailure;
import io.driftline.job.cli.DurationOption;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How hard to try, on the command line. */
final class DeliveryOptions {

  @Option(
      names = "--concurrency",
      defaultValue = "8",
      paramLabel = "N",
      description = "requests at once, at most (default: ${DEFAULT-VALUE})")
  private int concurrency;

  @Option(
      names = "--timeout",
      defaultValue = "10s",
      converter = DurationOption.class,
      paramLabel = "TIME",
      description = "until a request must be answered (default: ${DEFAULT-VALUE})")
  private Duration timeout;

  @Option(
      names = "--max-attempts",
      defaultValue = "10",
      paramLabel = "N",
      description = "before a record may be given up, 0 for ever (default: ${DEFAULT-VALUE})")
  private int maxAttempts;

  @Option(
      names = "--give-up-after",
      defaultValue = "15min",
      converter = DurationOption.class,
      paramLabel = "TIME",
      description =
          "since the first attempt, before a record may be given up (default: ${DEFAULT-VALUE})")
  private Duration giveUpAfter;

  /**
   * Refuses what cannot work.
   *
   * @throws CommandFailure if a number is out of range
   */
  void requireSound() {
    if (concurrency < 1) {
      throw wrong("--concurrency must be at least 1, was " + concurrency);
    }
    if (timeout.toMillis() < 1) {
      throw wrong("--timeout must be at least 1 ms, was " + timeout);
    }
    if (maxAttempts < 0) {
      throw wrong("--max-attempts must be at least 0, was " + maxAttempts);
    }
  }

  int concurrency() {
    return concurrency;
  }

  Duration timeout() {
    return timeout;
  }

  Patience patience() {
    return new Patience(maxAttempts, giveUpAfter);
  }

  private static CommandFailure wrong(String what) {
    return new CommandFailure(what, "leave it out for the default");
  }
}
