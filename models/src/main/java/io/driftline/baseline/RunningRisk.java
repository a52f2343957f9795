package io.driftline.baseline;

/**
 * The {@link SessionRisk} of a running session, changed in place with every action: a new object
 * each time would outlive the young generation and be garbage in the old one.
 */
final class RunningRisk {

  private double bits;
  private double load;
  private String eventId;

  SessionRisk now() {
    return new SessionRisk(bits, load, eventId);
  }

  void set(SessionRisk risk) {
    bits = risk.bits();
    load = risk.load();
    eventId = risk.eventId();
  }
}
