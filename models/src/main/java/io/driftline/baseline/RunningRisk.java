package io.driftline.baseline;

/**
 * The {@link SessionRisk} of a running session, changed in place with every action: a new object
 * each time would outlive the young generation and be garbage in the old one.
 */
final class RunningRisk {

  private double bits;
  private double[] sums = new double[0];
  private String eventId;

  SessionRisk now() {
    return new SessionRisk(bits, sums.clone(), eventId);
  }

  void set(SessionRisk risk) {
    bits = risk.bits();
    if (sums.length != risk.sums().length) {
      sums = new double[risk.sums().length];
    }
    System.arraycopy(risk.sums(), 0, sums, 0, sums.length);
    eventId = risk.eventId();
  }
}
