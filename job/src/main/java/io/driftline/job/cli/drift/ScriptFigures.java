package io.driftline.job.cli.drift;

import io.driftline.job.evaluate.Spread;
import io.driftline.simulate.DriftScript;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How the drifts of one script were found, over all enterprises.
 *
 * @param agents how many followed the script
 * @param inTime share, in [0, 1], on which any drift was raised in time; for a spike, on which one
 *     was raised wrongly
 * @param inTimeBySeed the same, enterprise by enterprise
 * @param rightInTime share on which one was raised in time in a dimension that says what happened
 * @param rightInTimeBySeed the same, enterprise by enterprise
 * @param delays from the onset on
 * @param events drifts raised per agent from its onset on, on average
 * @param mostEvents the most on any agent
 */
record ScriptFigures(
    DriftScript script,
    int agents,
    double inTime,
    Spread inTimeBySeed,
    double rightInTime,
    Spread rightInTimeBySeed,
    Delays delays,
    double events,
    long mostEvents) {

  /**
   * @param runs the verdicts on every agent, one list for each enterprise; at least one agent
   *     follows the script
   */
  static ScriptFigures of(DriftScript script, List<List<AgentVerdicts>> runs) {
    List<List<AgentVerdicts>> bySeed = runs.stream().map(run -> following(script, run)).toList();
    List<AgentVerdicts> all = bySeed.stream().flatMap(List::stream).toList();
    return new ScriptFigures(
        script,
        all.size(),
        share(all, ScriptFigures::inTime),
        spread(bySeed, ScriptFigures::inTime),
        share(all, ScriptFigures::rightInTime),
        spread(bySeed, ScriptFigures::rightInTime),
        Delays.of(all),
        all.stream().mapToLong(AgentVerdicts::events).average().orElse(0),
        all.stream().mapToLong(AgentVerdicts::events).max().orElse(0));
  }

  private static List<AgentVerdicts> following(DriftScript script, List<AgentVerdicts> run) {
    return run.stream().filter(agent -> agent.truth().script() == script).toList();
  }

  private static boolean inTime(AgentVerdicts agent) {
    return inTime(agent, agent.delay());
  }

  private static boolean rightInTime(AgentVerdicts agent) {
    Set<String> right = Expectation.dimensions(agent.truth().script());
    return inTime(agent, agent.delay(right));
  }

  private static boolean inTime(AgentVerdicts agent, OptionalLong delay) {
    return delay.isPresent() && delay.getAsLong() <= Expectation.days(agent.truth());
  }

  private static double share(List<AgentVerdicts> agents, Predicate<AgentVerdicts> condition) {
    return agents.stream().filter(condition).count() / (double) Math.max(1, agents.size());
  }

  private static Spread spread(
      List<List<AgentVerdicts>> bySeed, Predicate<AgentVerdicts> condition) {
    return Spread.of(
        bySeed.stream().map(agents -> OptionalDouble.of(share(agents, condition))).toList());
  }
}
