package io.driftline.job.cli.simulation;

import io.driftline.activity.AgentAction;
import io.driftline.simulate.GovernanceSettings;
import io.driftline.simulate.GovernedEnterprise;
import io.driftline.simulate.SimulatedAction;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.function.Consumer;

/** An enterprise in which each rule of governance is violated once, and all else is in order. */
public final class GovernedSimulation implements Simulation {

  private final GovernanceSettings settings;
  private final GovernedEnterprise enterprise;

  public GovernedSimulation(GovernanceSettings settings) {
    this.settings = settings;
    this.enterprise = new GovernedEnterprise(settings);
  }

  @Override
  public Iterable<SimulatedAction> actions() {
    return enterprise.activity().stream().map(GovernedSimulation::harmless)::iterator;
  }

  @Override
  public void write(SimulationFiles files, Consumer<SimulatedAction> seen) throws IOException {
    files.write(enterprise, action -> seen.accept(harmless(action)));
  }

  @Override
  public String extent() {
    long agents = enterprise.activity().stream().map(AgentAction::agentId).distinct().count();
    return "%d agents, %d days from %s"
        .formatted(
            agents, GovernanceSettings.DAYS, settings.start().atZone(ZoneOffset.UTC).toLocalDate());
  }

  @Override
  public String trouble(SimulationTally tally) {
    return "%d violations where a grant counts as unused after %d days and a credential as dormant after %d"
        .formatted(enterprise.truth().size(), settings.unusedGrantDays(), settings.dormantDays());
  }

  @Override
  public String next(SimulationFiles files) {
    return "in %s, %s and %s".formatted(files.activity(), files.registry(), files.truth());
  }

  /** Violations are in the truth of the enterprise: no action is an attack. */
  private static SimulatedAction harmless(AgentAction action) {
    return new SimulatedAction(action, null);
  }
}
