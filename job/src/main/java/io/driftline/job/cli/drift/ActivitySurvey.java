package io.driftline.job.cli.drift;

import io.driftline.activity.AgentAction;
import io.driftline.activity.Outcome;
import io.driftline.baseline.SessionTracker;
import io.driftline.drift.CalendarDay;
import io.driftline.drift.DriftDimension;
import io.driftline.job.config.JobSettings;
import io.driftline.job.ingest.ActivityFile;
import io.driftline.job.ingest.DeadLetter;
import io.driftline.job.ingest.Decoded;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what agents did, read once more beside the job. Memory grows with agents and days. */
final class ActivitySurvey {

  private final JobSettings settings;
  private final String closely;
  private final Map<DriftDimension, HoursByValue> values = new EnumMap<>(DriftDimension.class);
  private final Map<String, Counting> byAgent = new TreeMap<>();
  private DeadLetter firstRefused;
  private int refused;

  private ActivitySurvey(JobSettings settings, String closely) {
    this.settings = settings;
    this.closely = closely;
    DriftDimension.MIXES.forEach(dimension -> values.put(dimension, new HoursByValue(dimension)));
  }

  /**
   * Reads all files.
   *
   * @param closely the agent whose values are counted too; {@code null} for none
   */
  static ActivitySurvey of(List<Path> activity, JobSettings settings, String closely)
      throws IOException {
    ActivitySurvey survey = new ActivitySurvey(settings, closely);
    for (Path file : activity) {
      ActivityFile.read(file, Clock.systemUTC(), survey::add);
    }
    return survey;
  }

  /** Every agent, in order of ids. */
  List<AgentDays> agents() {
    return byAgent.entrySet().stream().map(each -> each.getValue().days(each.getKey())).toList();
  }

  /** The hours of the agent that was looked at closely. */
  Map<DriftDimension, HoursByValue> values() {
    return values;
  }

  /** How many records were no actions. */
  int refused() {
    return refused;
  }

  /** The first of them; {@code null} if there is none. */
  DeadLetter firstRefused() {
    return firstRefused;
  }

  private void add(Decoded decoded) {
    if (decoded.isAction()) {
      add(decoded.action());
    } else {
      firstRefused = refused == 0 ? decoded.deadLetter() : firstRefused;
      refused++;
    }
  }

  private void add(AgentAction action) {
    Counting counting =
        byAgent.computeIfAbsent(
            action.agentId(), agent -> new Counting(new SessionTracker(settings.tracker())));
    if (!counting.repeats.isNew(action)) {
      return;
    }
    counting.add(action, settings.cohorts().of(action));
    if (action.agentId().equals(closely)) {
      values.values().forEach(hours -> hours.add(action));
    }
  }

  /** One agent, while its days are counted. */
  private static final class Counting {

    private final SessionTracker repeats;
    private final TreeMap<Long, Integer> actions = new TreeMap<>();
    private final TreeMap<Long, Integer> failures = new TreeMap<>();
    private String cohort;
    private long latest = Long.MIN_VALUE;

    Counting(SessionTracker repeats) {
      this.repeats = repeats;
    }

    void add(AgentAction action, String newCohort) {
      long day = CalendarDay.of(action.timeMillis());
      actions.merge(day, 1, Integer::sum);
      if (action.outcome() == Outcome.DENIED || action.outcome() == Outcome.ERROR) {
        failures.merge(day, 1, Integer::sum);
      }
      if (action.timeMillis() >= latest) {
        latest = action.timeMillis();
        cohort = newCohort;
      }
    }

    AgentDays days(String agentId) {
      return new AgentDays(agentId, cohort, actions, failures);
    }
  }
}
