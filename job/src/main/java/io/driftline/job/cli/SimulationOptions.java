package io.driftline.job.cli;

import io.driftline.job.cli.simulation.AttackedEnterprise;
import io.driftline.job.cli.simulation.DriftingEnterprise;
import io.driftline.job.cli.simulation.Simulation;
import io.driftline.simulate.AttackKind;
import io.driftline.simulate.DriftSettings;
import io.driftline.simulate.SimulationSettings;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What to simulate. */
final class SimulationOptions {

  private static final SimulationSettings DRIFTING = DriftSettings.defaults().enterprise();

  @Option(
      names = "--seed",
      defaultValue = "42",
      description = "every choice follows from it (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--agents",
      defaultValue = "36",
      description = "AI agents, at least 8 (default: ${DEFAULT-VALUE})")
  private int agents;

  @Option(
      names = "--people",
      defaultValue = "120",
      description = "people they work for, at least 8 (default: ${DEFAULT-VALUE})")
  private int people;

  @Option(
      names = "--days",
      description = "length; the last four tenths hold the attacks (default: 10, with --drift 120)")
  private Integer days;

  @Option(
      names = "--start",
      paramLabel = "DATE",
      description = "first day, UTC (default: 2026-01-28, with --drift 2026-01-05)")
  private LocalDate start;

  @Option(
      names = "--actions-per-agent-day",
      paramLabel = "N",
      description = "mean on a working day (default: 120, with --drift 40)")
  private Double actionsPerAgentDay;

  @Option(names = "--no-attacks", description = "an undisturbed enterprise")
  private boolean noAttacks;

  @Option(
      names = "--drift",
      description =
          "instead of attacks, agents that change slowly: a tenth of them by each of six scripts")
  private boolean drift;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /**
   * What was given.
   *
   * @throws ParameterException if the values do not go together
   */
  SimulationSettings settings() {
    try {
      SimulationSettings settings = over(drift ? DRIFTING : SimulationSettings.defaults());
      return noAttacks || drift ? settings : settings.withAttacks(EnumSet.allOf(AttackKind.class));
    } catch (IllegalArgumentException e) {
      throw wrong(e);
    }
  }

  /**
   * The enterprise that was asked for.
   *
   * @throws ParameterException if the values do not go together
   */
  Simulation simulation() {
    SimulationSettings settings = settings();
    return drift ? drifting(settings) : new AttackedEnterprise(settings);
  }

  private Simulation drifting(SimulationSettings settings) {
    try {
      DriftSettings drifting = DriftSettings.of(settings);
      if (drifting.agentsPerScript() == 0) {
        throw new IllegalArgumentException(
            "agents must be at least 10 with --drift, one for each tenth, was " + agents);
      }
      return new DriftingEnterprise(drifting);
    } catch (IllegalArgumentException e) {
      throw wrong(e);
    }
  }

  /** Without attacks: those of the defaults might not fit into the days given. */
  private SimulationSettings over(SimulationSettings defaults) {
    return new SimulationSettings(
        seed,
        agents,
        people,
        days == null ? defaults.days() : days,
        start == null ? defaults.start() : start.atStartOfDay(ZoneOffset.UTC).toInstant(),
        actionsPerAgentDay == null ? defaults.actionsPerAgentDay() : actionsPerAgentDay,
        EnumSet.noneOf(AttackKind.class),
        defaults.attackFrom());
  }

  private ParameterException wrong(IllegalArgumentException cause) {
    return new ParameterException(command.commandLine(), cause.getMessage(), cause);
  }
}
