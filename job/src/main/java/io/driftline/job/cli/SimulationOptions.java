package io.driftline.job.cli;

import io.driftline.job.cli.simulation.AttackedEnterprise;
import io.driftline.job.cli.simulation.DriftingEnterprise;
import io.driftline.job.cli.simulation.GovernedSimulation;
import io.driftline.job.cli.simulation.Simulation;
import io.driftline.simulate.AttackKind;
import io.driftline.simulate.DriftSettings;
import io.driftline.simulate.GovernanceSettings;
import io.driftline.simulate.SimulationSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What to simulate. */
final class SimulationOptions {

  private static final int USUAL_PEOPLE = 120;
  private static final SimulationSettings DRIFTING = DriftSettings.defaults().enterprise();

  @Option(
      names = "--seed",
      defaultValue = "42",
      description = "every choice follows from it (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--agents",
      defaultValue = "36",
      description =
          "AI agents, at least 8, with --posture at least 14 that keep to every rule"
              + " (default: ${DEFAULT-VALUE})")
  private int agents;

  @Option(names = "--people", description = "people they work for, at least 8 (default: 120)")
  private Integer people;

  @Option(
      names = "--days",
      description = "length; the last four tenths hold the attacks (default: 10, with --drift 120)")
  private Integer days;

  @Option(
      names = "--start",
      paramLabel = "DATE",
      description = "first day, UTC (default: 2026-01-28, with --drift or --posture 2026-01-05)")
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

  @Option(
      names = "--posture",
      description =
          "instead of attacks, a registry that is kept well, and one violation of each rule of"
              + " governance, over 45 days from a Monday")
  private boolean posture;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /**
   * What was given.
   *
   * @throws ParameterException if the values do not go together
   */
  private SimulationSettings settings() {
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
    if (posture) {
      return governed();
    }
    SimulationSettings settings = settings();
    return drift ? drifting(settings) : new AttackedEnterprise(settings);
  }

  private Simulation governed() {
    GovernanceSettings defaults = GovernanceSettings.defaults();
    try {
      if (people != null || days != null || actionsPerAgentDay != null || noAttacks || drift) {
        throw new IllegalArgumentException(
            "--posture goes with --seed, --agents and --start only: leave the others out");
      }
      return new GovernedSimulation(
          new GovernanceSettings(
              seed,
              agents,
              start == null ? defaults.start() : midnight(start),
              defaults.unusedGrantDays(),
              defaults.dormantDays()));
    } catch (IllegalArgumentException e) {
      throw wrong(e);
    }
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
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
        people == null ? USUAL_PEOPLE : people,
        days == null ? defaults.days() : days,
        start == null ? defaults.start() : midnight(start),
        actionsPerAgentDay == null ? defaults.actionsPerAgentDay() : actionsPerAgentDay,
        EnumSet.noneOf(AttackKind.class),
        defaults.attackFrom());
  }

  private ParameterException wrong(IllegalArgumentException cause) {
    return new ParameterException(command.commandLine(), cause.getMessage(), cause);
  }
}
