package io.driftline.job.cli;

import io.driftline.simulate.AttackKind;
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
      defaultValue = "10",
      description = "length; the last four tenths hold the attacks (default: ${DEFAULT-VALUE})")
  private int days;

  @Option(
      names = "--start",
      defaultValue = "2026-01-28",
      paramLabel = "DATE",
      description = "first day, UTC (default: ${DEFAULT-VALUE})")
  private LocalDate start;

  @Option(
      names = "--actions-per-agent-day",
      defaultValue = "120",
      paramLabel = "N",
      description = "mean on a working day (default: ${DEFAULT-VALUE})")
  private double actionsPerAgentDay;

  @Option(names = "--no-attacks", description = "an undisturbed enterprise")
  private boolean noAttacks;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /**
   * What was given.
   *
   * @throws ParameterException if the values do not go together
   */
  SimulationSettings settings() {
    try {
      SimulationSettings settings =
          new SimulationSettings(
              seed,
              agents,
              people,
              days,
              start.atStartOfDay(ZoneOffset.UTC).toInstant(),
              actionsPerAgentDay,
              EnumSet.noneOf(AttackKind.class),
              SimulationSettings.defaults().attackFrom());
      return noAttacks ? settings : settings.withAttacks(EnumSet.allOf(AttackKind.class));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
  }
}
