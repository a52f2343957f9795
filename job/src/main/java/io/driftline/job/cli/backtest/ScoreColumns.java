package io.driftline.job.cli.backtest;

import io.driftline.activity.AgentAction;
import io.driftline.activity.AgentKind;
import io.driftline.decide.LineSubject;
import io.driftline.job.detect.JudgedAction;
import io.driftline.job.profile.ProfiledAction;
import io.driftline.posture.Standing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a backtest keeps of every action that one subtask judged, in the order in which it did: some
 * thirty bytes each, in columns, rather than a million objects. Not thread-safe.
 */
final class ScoreColumns {

  private static final int INITIAL = 1 << 12;

  private final ActionTruth truth;
  private final Map<LineSubject, Integer> subjectIndex = new HashMap<>();
  private final List<LineSubject> subjects = new ArrayList<>();
  private final Map<String, Integer> agentIndex = new HashMap<>();
  private final Map<String, Integer> sessionIndex = new HashMap<>();
  private final List<SeenAgent> agents = new ArrayList<>();
  private final List<String> sessions = new ArrayList<>();
  private int size;
  private int[] agent = new int[INITIAL];
  private ScoreArrays rows;

  /**
   * @param width how many detectors' scores are kept beside the highest
   */
  ScoreColumns(ActionTruth truth, int width) {
    this.truth = truth;
    this.rows = ScoreArrays.ofLength(INITIAL, width);
  }

  void add(JudgedAction judged) {
    AgentAction action = judged.profiled().action();
    if (size == agent.length) {
      agent = Arrays.copyOf(agent, 2 * size);
      rows = rows.resized(2 * size);
    }
    agent[size] = agentOf(judged);
    rows.subject()[size] = subjectOf(judged.profiled());
    rows.session()[size] = sessionOf(judged.profiled().sessionId());
    rows.attack()[size] = truth.of(action);
    rows.time()[size] = action.time().toEpochMilli();
    rows.score(size, judged.verdict());
    rows.maturity()[size] = percent(judged.profiled().surroundings().maturity());
    rows.alert()[size] = judged.alert();
    size++;
  }

  int size() {
    return size;
  }

  /** The agents in order of first sight. */
  List<SeenAgent> agents() {
    return agents;
  }

  /** Whom alert lines are looked up for, in order of first sight. */
  List<LineSubject> subjects() {
    return subjects;
  }

  /** The sessions in order of first sight. */
  List<String> sessions() {
    return sessions;
  }

  /** Index of the agent of an action in {@link #agents}. */
  int agent(int action) {
    return agent[action];
  }

  /** The actions, and room for more after the first {@link #size}. */
  ScoreArrays rows() {
    return rows;
  }

  private int agentOf(JudgedAction judged) {
    Integer known = agentIndex.putIfAbsent(judged.agentId(), agents.size());
    if (known == null) {
      agents.add(new SeenAgent(judged.agentId(), judged.profiled().cohort()));
      return agents.size() - 1;
    }
    return known;
  }

  private int subjectOf(ProfiledAction in) {
    Standing standing = in.standing();
    AgentKind kind = standing != null ? standing.kind() : in.action().agent().kind();
    LineSubject subject = new LineSubject(kind, in.cohort(), in.agentId());
    Integer known = subjectIndex.putIfAbsent(subject, subjects.size());
    if (known == null) {
      subjects.add(subject);
      return subjects.size() - 1;
    }
    return known;
  }

  private int sessionOf(String sessionId) {
    Integer known = sessionIndex.putIfAbsent(sessionId, sessions.size());
    if (known == null) {
      sessions.add(sessionId);
      return sessions.size() - 1;
    }
    return known;
  }

  private static byte percent(double share) {
    return (byte) Math.floor(100 * share);
  }
}
