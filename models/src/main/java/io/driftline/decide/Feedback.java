package io.driftline.decide;

import io.driftline.activity.AgentAction;
import io.driftline.baseline.Hash64;
import java.util.Objects;

/**
 * A verdict on one anomaly.
 *
 * @param alert fingerprint of the anomaly's id: a later verdict on it takes the place of this one
 * @param pattern fingerprint of agent, system, action and permission, see {@link #patternOf}
 * @param resource fingerprint of the resource; {@link #ANY_RESOURCE} for all
 * @param detectors bits by {@link io.driftline.forest.Detector} ordinal: which it is about
 * @param kind what was found out
 * @param time when, epoch milliseconds
 */
public record Feedback(
    long alert, long pattern, long resource, int detectors, FeedbackKind kind, long time) {

  /** Stands for all resources. */
  public static final long ANY_RESOURCE = 0;

  public Feedback {
    Objects.requireNonNull(kind, "kind");
  }

  /** What verdicts on such actions are kept by. */
  public static long patternOf(String agent, String system, String action, String permission) {
    long what = Hash64.pair(Hash64.of(system), Hash64.of(action));
    return Hash64.pair(Hash64.pair(Hash64.of(agent), what), Hash64.of(permission));
  }

  /** What verdicts on this action are kept by. */
  public static long patternOf(AgentAction action) {
    return patternOf(action.agentId(), action.system(), action.action(), action.permission());
  }

  boolean isAbout(int detector) {
    return (detectors >> detector & 1) != 0;
  }

  boolean isAboutResource(long other) {
    return resource == ANY_RESOURCE || resource == other;
  }
}
