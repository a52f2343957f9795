package io.driftline.job.cli.faults;

import java.time.Duration;
import java.time.Instant;

/** The broker is away for a while. */
final class RestartBroker implements Fault {

  private final Duration outage;

  /**
   * @param outage how long it is away, shorter than {@code driftline.idleness}
   */
  RestartBroker(Duration outage) {
    this.outage = outage;
  }

  @Override
  public String name() {
    return "restart-broker";
  }

  @Override
  public String description() {
    return "broker away for %d s".formatted(outage.toSeconds());
  }

  @Override
  public void inflict(FaultRun run) throws Exception {
    run.intoPart(1, 1);
    Instant fault = Instant.now();
    run.cluster().broker().stop();
    Thread.sleep(outage.toMillis());
    run.cluster().broker().startAgain();
    run.awaitRecovery(fault, Instant.now());
    run.feedTheRest();
  }
}
