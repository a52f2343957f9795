package io.driftline.job.evaluate;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Which attacks of the test phase the alerts found, and how soon.
 *
 * @param hijackedSessions labelled sessions that were hijacked, whether or not any of their events
 *     was scored
 * @param sessionsFound those on which an alert was raised with or after the first malicious action
 * @param medianActionsToAlert median over the found sessions of how many malicious actions there
 *     were up to and including the event alerted on, at least 1; empty if none was found
 * @param medianEventsToAlert median over the found sessions of how many events followed the first
 *     malicious action up to and including the event alerted on, malicious or not: 0 for an alert
 *     on the first malicious action; empty if none was found
 * @param kinds one tally per kind of attack, by name; empty if the labels carry no kinds
 */
public record AttackDetection(
    long hijackedSessions,
    long sessionsFound,
    OptionalDouble medianActionsToAlert,
    OptionalDouble medianEventsToAlert,
    List<AttackTally> kinds) {

  public AttackDetection {
    kinds = List.copyOf(kinds);
  }

  /** The share of the hijacked sessions that was found; empty without any. */
  public OptionalDouble shareFound() {
    return hijackedSessions == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) sessionsFound / hijackedSessions);
  }
}
