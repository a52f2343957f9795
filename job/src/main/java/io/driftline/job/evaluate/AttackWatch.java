package io.driftline.job.evaluate;

import java.util.OptionalInt;

/**
 * Follows one labelled attack through the stream until an alert finds it.
 *
 * <p>An alert finds a session's attack if it comes with or after the first malicious action; an
 * earlier one is a false alarm. If the label lists no malicious action, any alert of the session
 * finds it. Without a session, only an alert on a malicious action does.
 */
final class AttackWatch {

  private final SessionLabel label;
  private int maliciousActions;
  private int eventsAfterFirst;
  private boolean found;

  AttackWatch(SessionLabel label) {
    this.label = label;
  }

  /** Takes in the next event to which the label applies. */
  void observe(ScoredEvent event, boolean malicious) {
    if (found) {
      return;
    }
    if (maliciousActions > 0) {
      eventsAfterFirst++;
    }
    if (malicious) {
      maliciousActions++;
    }
    found = event.alert() && (malicious || isUnderAttack());
  }

  SessionLabel label() {
    return label;
  }

  boolean found() {
    return found;
  }

  /**
   * Malicious actions up to and including the alert, at least 1; empty while nothing is found or
   * when no malicious action is known.
   */
  OptionalInt actionsToAlert() {
    return found && maliciousActions > 0 ? OptionalInt.of(maliciousActions) : OptionalInt.empty();
  }

  /**
   * Events of the session after its first malicious action, up to and including the alert: 0 for an
   * alert on that very action; empty while nothing is found or when no malicious action is known.
   */
  OptionalInt eventsToAlert() {
    return found && maliciousActions > 0 ? OptionalInt.of(eventsAfterFirst) : OptionalInt.empty();
  }

  private boolean isUnderAttack() {
    return label.hasSession() && (maliciousActions > 0 || label.maliciousEventIds().isEmpty());
  }
}
