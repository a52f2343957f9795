package io.driftline.incident;

import io.driftline.baseline.Hash64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Where an incident takes place and what it is about: what a further signal is compared with. At
 * most {@value #MOST} each of sessions, topics and systems.
 */
final class IncidentScope {

  /** Most of each kind. */
  static final int MOST = 16;

  final Set<String> sessions = new LinkedHashSet<>();
  final Set<String> systems = new LinkedHashSet<>();

  /** Fingerprints; the one not met for longest comes first. */
  final Set<Long> topics = new LinkedHashSet<>();

  /**
   * Takes in where a signal was. Of sessions and topics the latest are kept, of systems the first.
   */
  void add(Signal signal) {
    if (signal.sessionId() != null && sessions.add(signal.sessionId())) {
      dropEldest(sessions);
    }
    if (signal.system() != null && systems.size() < MOST) {
      systems.add(signal.system());
    }
    long topic = topicOf(signal);
    topics.remove(topic);
    topics.add(topic);
    dropEldest(topics);
  }

  /** Whether the signal happened in one of the sessions. */
  boolean hasSessionOf(Signal signal) {
    return signal.sessionId() != null && sessions.contains(signal.sessionId());
  }

  /** Whether something of the kind was raised before. */
  boolean hasTopicOf(Signal signal) {
    return topics.contains(topicOf(signal));
  }

  List<String> sessions() {
    return List.copyOf(sessions);
  }

  List<String> systems() {
    return List.copyOf(systems);
  }

  /**
   * A use of a permission is the same cause whatever was odd about it: which feature carries an
   * anomaly most differs from session to session.
   */
  private static long topicOf(Signal signal) {
    boolean isUse = signal.kind() == SignalKind.ANOMALY && signal.permission() != null;
    long what = Hash64.of(signal.kind().code() + "/" + (isUse ? "" : signal.code()));
    return Hash64.pair(
        what, Hash64.pair(Hash64.of(signal.system()), Hash64.of(signal.permission())));
  }

  private static void dropEldest(Collection<?> all) {
    if (all.size() > MOST) {
      all.remove(all.iterator().next());
    }
  }
}
