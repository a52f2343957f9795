package io.driftline.job.cli.simulation;

import io.driftline.simulate.SimulatedAction;
import java.io.IOException;
import java.util.function.Consumer;

/** A simulated enterprise, to be written to files or sent on action by action. */
public interface Simulation {

  /** What happens, in order of time; every iterator starts anew. */
  Iterable<SimulatedAction> actions();

  /**
   * Writes activity, registry and the truth, over what was there before; the folder is made if need
   * be.
   *
   * @param seen told every action once it is written
   */
  void write(SimulationFiles files, Consumer<SimulatedAction> seen) throws IOException;

  /** How large it is, for example {@code 36 agents for 120 people, 10 days from 2026-01-28}. */
  String extent();

  /** What there is to be found in it, once all actions are in {@code tally}. */
  String trouble(SimulationTally tally);

  /** Which files were written, and what to do with them. */
  String next(SimulationFiles files);
}
