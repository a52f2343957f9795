package io.driftline.job.evaluate;

import java.util.OptionalDouble;

/**
 * What the alerts of the test phase were worth, event by event.
 *
 * @param events labelled events of the test phase
 * @param malicious malicious ones among them
 * @param alerts alerts among them
 * @param maliciousAlerts alerts on malicious ones
 */
public record AlertQuality(long events, long malicious, long alerts, long maliciousAlerts) {

  /** The share of the alerts that were on malicious events; empty without an alert. */
  public OptionalDouble precision() {
    return alerts == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) maliciousAlerts / alerts);
  }

  /** Alerts per 1,000 events of the test phase; empty without such events. */
  public OptionalDouble perThousandEvents() {
    return events == 0 ? OptionalDouble.empty() : OptionalDouble.of(1000.0 * alerts / events);
  }
}
