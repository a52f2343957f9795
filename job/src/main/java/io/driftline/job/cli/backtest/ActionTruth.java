package io.driftline.job.cli.backtest;

import io.driftline.activity.AgentAction;
import io.driftline.job.evaluate.Labels;
import io.driftline.job.evaluate.Phase;
import io.driftline.job.evaluate.ScoredEvent;
import io.driftline.job.evaluate.SessionLabel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the labels say of an action, as a number: which attack it serves, or {@link #HARMLESS}, or
 * {@link #UNKNOWN} if it has no label of the test phase.
 */
final class ActionTruth {

  /** No label tells, or one of the baseline phase. */
  static final int UNKNOWN = -2;

  /** Labelled, and not malicious. */
  static final int HARMLESS = -1;

  private final Labels labels;
  private final Map<SessionLabel, Integer> attacks = new HashMap<>();

  ActionTruth(Labels labels) {
    this.labels = labels;
    List<SessionLabel> all = labels.all();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).phase() == Phase.TEST && !all.get(i).maliciousEventIds().isEmpty()) {
        attacks.put(all.get(i), i);
      }
    }
  }

  /** Whether there are any labels. */
  boolean isKnown() {
    return !labels.all().isEmpty();
  }

  /** How many attacks there are to find. */
  int attacks() {
    return attacks.size();
  }

  int of(AgentAction action) {
    if (!isKnown()) {
      return UNKNOWN;
    }
    ScoredEvent event =
        new ScoredEvent(action.eventId(), action.agentId(), action.sessionId(), 0, false);
    Optional<SessionLabel> label = labels.labelOf(event);
    if (label.isEmpty() || label.get().phase() != Phase.TEST) {
      return UNKNOWN;
    }
    return labels.isMalicious(action.eventId())
        ? attacks.getOrDefault(label.get(), HARMLESS)
        : HARMLESS;
  }
}
