package io.driftline.job.cli.drift;

import io.driftline.simulate.DriftScript;
import io.driftline.simulate.SimulationSettings;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/**
 * How drift was found at one sensitivity, over all enterprises.
 *
 * @param scripts one for each script that any agent followed, in the order of {@link DriftScript}
 */
record StudyFigures(double sensitivity, List<ScriptFigures> scripts, FalseAlarms falseAlarms) {

  StudyFigures {
    scripts = List.copyOf(scripts);
  }

  /**
   * @param runs the verdicts on every agent, one list for each enterprise
   * @param span of every enterprise
   */
  static StudyFigures of(
      double sensitivity, List<List<AgentVerdicts>> runs, SimulationSettings span) {
    long start = LocalDate.ofInstant(span.start(), ZoneOffset.UTC).toEpochDay();
    return new StudyFigures(
        sensitivity,
        Stream.of(DriftScript.values())
            .map(script -> ScriptFigures.of(script, runs))
            .filter(figures -> figures.agents() > 0)
            .toList(),
        FalseAlarms.of(runs, start + StudySettings.WARM_UP_DAYS, start + span.days()));
  }

  /** The scripts that should be found. */
  List<ScriptFigures> drifts() {
    return scripts.stream().filter(figures -> figures.script().lasting()).toList();
  }
}
