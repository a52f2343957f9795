package io.driftline.job.cli.backtest;

import io.driftline.decide.LineSubject;
import io.driftline.drift.CalendarDay;
import io.driftline.forest.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * The scores of all actions, agent by agent in order of id, and each agent's in the order in which
 * they were judged: the same for the same activity, however many subtasks there were.
 */
final class ScoreLog {

  private final List<SeenAgent> agents;
  private final List<LineSubject> subjects;
  private final List<String> sessions;

  /** Where the actions of each agent begin; one more entry than there are agents. */
  private final int[] starts;

  private final ScoreArrays columns;

  private ScoreLog(
      List<SeenAgent> agents,
      List<LineSubject> subjects,
      List<String> sessions,
      int[] starts,
      ScoreArrays columns) {
    this.agents = agents;
    this.subjects = subjects;
    this.sessions = sessions;
    this.starts = starts;
    this.columns = columns;
  }

  /** An agent, and the part and index at which its actions are. */
  private record Place(SeenAgent agent, int part, int index) {}

  /** The log of what several subtasks judged; no agent is in two of them. */
  static ScoreLog of(List<ScoreColumns> parts) {
    List<Place> places = places(parts);
    int[][] order = order(parts, places);
    int[] starts = starts(parts, places, order);
    int[] firstSubjects = firsts(parts, part -> part.subjects().size());
    int[] firstSessions = firsts(parts, part -> part.sessions().size());
    ScoreArrays arrays =
        ScoreArrays.ofLength(
            starts[places.size()], parts.isEmpty() ? 0 : parts.get(0).rows().width());
    int[] next = starts.clone();
    for (int part = 0; part < parts.size(); part++) {
      ScoreColumns columns = parts.get(part);
      for (int i = 0; i < columns.size(); i++) {
        int agent = order[part][columns.agent(i)];
        arrays.set(next[agent]++, columns.rows(), i, firstSubjects[part], firstSessions[part]);
      }
    }
    List<String> sessions = new ArrayList<>();
    List<LineSubject> subjects = new ArrayList<>();
    parts.forEach(part -> sessions.addAll(part.sessions()));
    parts.forEach(part -> subjects.addAll(part.subjects()));
    return new ScoreLog(
        places.stream().map(Place::agent).toList(), subjects, sessions, starts, arrays);
  }

  private static List<Place> places(List<ScoreColumns> parts) {
    List<Place> places = new ArrayList<>();
    for (int part = 0; part < parts.size(); part++) {
      List<SeenAgent> seen = parts.get(part).agents();
      for (int i = 0; i < seen.size(); i++) {
        places.add(new Place(seen.get(i), part, i));
      }
    }
    places.sort(Comparator.comparing(place -> place.agent().id()));
    return places;
  }

  private static int[][] order(List<ScoreColumns> parts, List<Place> places) {
    int[][] order = new int[parts.size()][];
    for (int part = 0; part < order.length; part++) {
      order[part] = new int[parts.get(part).agents().size()];
    }
    for (int i = 0; i < places.size(); i++) {
      order[places.get(i).part()][places.get(i).index()] = i;
    }
    return order;
  }

  private static int[] starts(List<ScoreColumns> parts, List<Place> places, int[][] order) {
    int[] starts = new int[places.size() + 1];
    for (int part = 0; part < parts.size(); part++) {
      for (int i = 0; i < parts.get(part).size(); i++) {
        starts[order[part][parts.get(part).agent(i)] + 1]++;
      }
    }
    for (int i = 1; i < starts.length; i++) {
      starts[i] += starts[i - 1];
    }
    return starts;
  }

  private static int[] firsts(List<ScoreColumns> parts, ToIntFunction<ScoreColumns> count) {
    int[] first = new int[parts.size()];
    for (int part = 1; part < first.length; part++) {
      first[part] = first[part - 1] + count.applyAsInt(parts.get(part - 1));
    }
    return first;
  }

  /**
   * The same without actions that no line from {@code lowestLine} up can tell apart from the one
   * before: below it, and of the same session and day.
   */
  ScoreLog condensed(double lowestLine) {
    int[] kept = new int[size()];
    int[] newStarts = new int[starts.length];
    int count = 0;
    for (int agent = 0; agent < agents.size(); agent++) {
      for (int i = starts[agent]; i < starts[agent + 1]; i++) {
        if (score(i) >= lowestLine || i == starts[agent] || !isLikeTheOneBefore(i)) {
          kept[count++] = i;
        }
      }
      newStarts[agent + 1] = count;
    }
    ScoreArrays arrays = ScoreArrays.ofLength(count, columns.width());
    for (int i = 0; i < count; i++) {
      arrays.set(i, columns, kept[i], 0, 0);
    }
    return new ScoreLog(agents, subjects, sessions, newStarts, arrays);
  }

  private boolean isLikeTheOneBefore(int i) {
    return columns.session()[i] == columns.session()[i - 1] && day(i) == day(i - 1);
  }

  /** How many actions there are. */
  int size() {
    return columns.length();
  }

  /** The agents in order of id. */
  List<SeenAgent> agents() {
    return agents;
  }

  /** How many sessions there are at most: those of all agents. */
  int sessions() {
    return sessions.size();
  }

  /** The first action of an agent. */
  int from(int agent) {
    return starts[agent];
  }

  /** After the last action of an agent. */
  int to(int agent) {
    return starts[agent + 1];
  }

  /** The session of an action, stated or derived. */
  String sessionId(int action) {
    return sessions.get(columns.session()[action]);
  }

  /** The same as a number from 0. */
  int session(int action) {
    return columns.session()[action];
  }

  /** See {@link ActionTruth}. */
  int attack(int action) {
    return columns.attack()[action];
  }

  /** Event time, epoch milliseconds. */
  long time(int action) {
    return columns.time()[action];
  }

  /** The UTC day, counted from the epoch. */
  int day(int action) {
    return (int) CalendarDay.of(columns.time()[action]);
  }

  /** At least 0, not capped. */
  double score(int action) {
    return columns.score()[action];
  }

  /** How it was scored, see {@link ScoreArrays#verdict}. */
  Verdict verdict(int action) {
    return columns.verdict(action);
  }

  /** Whom its alert line is looked up for. */
  LineSubject subject(int action) {
    return subjects.get(columns.subject()[action]);
  }

  /** How far the agent's warm-up had come, in whole percent. */
  int maturity(int action) {
    return columns.maturity()[action];
  }

  /** Whether the job raised it. */
  boolean isAlert(int action) {
    return columns.alert()[action];
  }
}
