package io.driftline.job.cli.simulation;

import io.driftline.simulate.EnterpriseSimulator;
import io.driftline.simulate.SimulatedAction;
import io.driftline.simulate.SimulationSettings;
import java.io.IOException;
import java.util.function.Consumer;

/** An enterprise with attacks among its activity. */
public final class AttackedEnterprise implements Simulation {

  private final SimulationSettings settings;
  private final EnterpriseSimulator simulator;

  public AttackedEnterprise(SimulationSettings settings) {
    this.settings = settings;
    this.simulator = new EnterpriseSimulator(settings);
  }

  @Override
  public Iterable<SimulatedAction> actions() {
    return simulator;
  }

  @Override
  public void write(SimulationFiles files, Consumer<SimulatedAction> seen) throws IOException {
    files.write(simulator, seen);
  }

  @Override
  public String extent() {
    return SimulationTally.extent(settings);
  }

  @Override
  public String trouble(SimulationTally tally) {
    return tally.attacks();
  }

  @Override
  public String next(SimulationFiles files) {
    return """
        in %s, %s and %s
        next: driftline evaluate --activity %s --registry %s --labels %s"""
        .formatted(
            files.activity(),
            files.registry(),
            files.labels(),
            files.activity(),
            files.registry(),
            files.labels());
  }
}
