package io.driftline.job.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The labels of a stream, found by the event they apply to. */
public final class Labels {

  private final List<SessionLabel> all;
  private final Map<String, SessionLabel> bySession = new HashMap<>();
  private final Map<String, SessionLabel> byMaliciousEvent = new HashMap<>();
  private final Map<String, List<SessionLabel>> sessionlessByAgent = new HashMap<>();

  private Labels(List<SessionLabel> labels) {
    all = List.copyOf(labels);
    all.forEach(this::index);
  }

  /**
   * Indexes the labels.
   *
   * @throws IllegalArgumentException if two of them speak for the same session
   */
  public static Labels of(List<SessionLabel> labels) {
    return new Labels(labels);
  }

  /** No labels: what was detected can be counted, but not measured. */
  public static Labels none() {
    return new Labels(List.of());
  }

  /** All labels, in the order they were given. */
  public List<SessionLabel> all() {
    return all;
  }

  /** Whether any label lists this event as malicious. */
  public boolean isMalicious(String eventId) {
    return byMaliciousEvent.containsKey(eventId);
  }

  /**
   * The label that applies to an event. An event that names a session has that session's label. One
   * that names none has the label that lists it as malicious, or else its agent's label without
   * session. Where such an agent is labelled in both phases, nothing tells which phase its other
   * events belong to, and they have no label.
   */
  public Optional<SessionLabel> labelOf(ScoredEvent event) {
    if (event.sessionId() != null) {
      return Optional.ofNullable(bySession.get(event.sessionId()));
    }
    return Optional.ofNullable(byMaliciousEvent.get(event.eventId()))
        .or(() -> onlyPhase(sessionlessByAgent.getOrDefault(event.agentId(), List.of())));
  }

  private static Optional<SessionLabel> onlyPhase(List<SessionLabel> labels) {
    return labels.stream().map(SessionLabel::phase).distinct().count() == 1
        ? Optional.of(labels.get(0))
        : Optional.empty();
  }

  private void index(SessionLabel label) {
    if (!label.hasSession()) {
      sessionlessByAgent.computeIfAbsent(label.agentId(), id -> new ArrayList<>()).add(label);
    } else if (bySession.put(label.sessionId(), label) != null) {
      throw new IllegalArgumentException("session " + label.sessionId() + " is labelled twice");
    }
    label.maliciousEventIds().forEach(id -> byMaliciousEvent.put(id, label));
  }
}
