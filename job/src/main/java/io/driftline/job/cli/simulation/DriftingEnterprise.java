package io.driftline.job.cli.simulation;

import io.driftline.activity.AgentAction;
import io.driftline.simulate.DriftScript;
import io.driftline.simulate.DriftSettings;
import io.driftline.simulate.DriftSimulator;
import io.driftline.simulate.SimulatedAction;
import java.io.IOException;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** An enterprise without attacks, some of whose agents change slowly. */
public final class DriftingEnterprise implements Simulation {

  private final DriftSettings settings;
  private final DriftSimulator simulator;

  public DriftingEnterprise(DriftSettings settings) {
    this.settings = settings;
    this.simulator = new DriftSimulator(settings);
  }

  @Override
  public Iterable<SimulatedAction> actions() {
    return () -> new Harmless(simulator.iterator());
  }

  @Override
  public void write(SimulationFiles files, Consumer<SimulatedAction> seen) throws IOException {
    files.write(simulator, action -> seen.accept(harmless(action)));
  }

  @Override
  public String extent() {
    return SimulationTally.extent(settings.enterprise());
  }

  @Override
  public String trouble(SimulationTally tally) {
    long lasting = Stream.of(DriftScript.values()).filter(DriftScript::lasting).count();
    long spiking = DriftScript.values().length - lasting;
    return "%d agents drift, %d have one wild day"
        .formatted(lasting * settings.agentsPerScript(), spiking * settings.agentsPerScript());
  }

  @Override
  public String next(SimulationFiles files) {
    return """
        in %s, %s and %s
        next: driftline drift --activity %s --registry %s"""
        .formatted(
            files.activity(), files.registry(), files.drift(), files.activity(), files.registry());
  }

  private static SimulatedAction harmless(AgentAction action) {
    return new SimulatedAction(action, null);
  }

  private record Harmless(Iterator<AgentAction> actions) implements Iterator<SimulatedAction> {

    @Override
    public boolean hasNext() {
      return actions.hasNext();
    }

    @Override
    public SimulatedAction next() {
      return harmless(actions.next());
    }
  }
}
