package io.driftline.job.evaluate;

import java.util.OptionalDouble;

/**
 * The outcome of an evaluation.
 *
 * @param events all scored events, of either phase
 * @param alerts alerts among them
 * @param laterAlerts alerts among the later half of the events, in the order scored
 * @param unlabelledEvents events no label applies to, which the measure leaves out
 * @param unscoredMalicious events the labels list as malicious in the test phase that were never
 *     scored
 * @param event how well scores rank malicious events of the test phase above its others
 * @param session how well the highest score of a session ranks hijacked sessions of the test phase
 *     above its others; sessions without a scored event are left out
 * @param testAlerts the alerts of the test phase, event by event
 * @param attacks the attacks of the test phase
 */
public record EvaluationResult(
    long events,
    long alerts,
    long laterAlerts,
    long unlabelledEvents,
    long unscoredMalicious,
    RankingQuality event,
    RankingQuality session,
    AlertQuality testAlerts,
    AttackDetection attacks) {

  /** Alerts per 1,000 events of either phase; empty without events. */
  public OptionalDouble alertsPerThousandEvents() {
    return events == 0 ? OptionalDouble.empty() : OptionalDouble.of(1000.0 * alerts / events);
  }

  /**
   * Alerts per 1,000 events once the baselines have warmed up: those of the test phase; where
   * nothing is labelled, the later half of the events. Empty without such events.
   */
  public OptionalDouble alertsPerThousandAfterWarmUp() {
    if (testAlerts.events() > 0 || events == 0) {
      return testAlerts.perThousandEvents();
    }
    return OptionalDouble.of(1000.0 * laterAlerts / (events - events / 2));
  }

  /** Whether any event had a label, so that there was something to measure against. */
  public boolean isLabelled() {
    return unlabelledEvents < events;
  }
}
