package io.driftline.job.cli.simulation;

import io.driftline.activity.AgentAction;
import io.driftline.job.ingest.AgentActionJson;
import io.driftline.registry.AgentRecord;
import io.driftline.simulate.DriftSimulator;
import io.driftline.simulate.DriftTruth;
import io.driftline.simulate.DriftTruths;
import io.driftline.simulate.EnterpriseSimulator;
import io.driftline.simulate.GovernedEnterprise;
import io.driftline.simulate.SessionLabel;
import io.driftline.simulate.SessionLabels;
import io.driftline.simulate.SimulatedAction;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A simulation as files: what happened, who the agents are, and the truth, which is what {@code
 * driftline evaluate} reads of attacks, how each agent drifted, or which rule it violates. The same
 * simulation gives the same bytes.
 *
 * @param folder where the files are
 */
public record SimulationFiles(Path folder) {

  private static final int BUFFER_BYTES = 1 << 16;

  /** What the agents did, one event per line. */
  public Path activity() {
    return folder.resolve("activity.jsonl");
  }

  /** The agents as the organisation has declared them. */
  public Path registry() {
    return folder.resolve("registry.jsonl");
  }

  /** What a registry says of agents and people that also declares who may do what. */
  public Path declared() {
    return folder.resolve("declared.jsonl");
  }

  /** The truth about each session. */
  public Path labels() {
    return folder.resolve("labels.jsonl");
  }

  /** The truth about how each agent drifted. */
  public Path drift() {
    return folder.resolve("drift.jsonl");
  }

  /** The truth about each violation of a rule of governance. */
  public Path truth() {
    return folder.resolve("truth.jsonl");
  }

  /**
   * Writes activity, both registries and labels, over what was there before; the folder is made if
   * need be.
   *
   * @param seen told every action once it is written
   */
  public void write(EnterpriseSimulator simulator, Consumer<SimulatedAction> seen)
      throws IOException {
    Files.createDirectories(folder);
    writeRegistry(registry(), simulator.enterprise().registry());
    writeLines(
        declared(), simulator.enterprise().declared(), SimulationLines::changed, change -> {});
    writeLabels(writeActivity(simulator, seen));
  }

  /**
   * Writes activity, registry and drift, over what was there before; the folder is made if need be.
   *
   * @param seen told every action once it is written
   */
  public void write(DriftSimulator simulator, Consumer<AgentAction> seen) throws IOException {
    Files.createDirectories(folder);
    writeRegistry(registry(), simulator.enterprise().registry());
    writeTruths(writeActivity(simulator, seen));
  }

  /**
   * Writes activity, the registry in all its versions, and the truth, over what was there before;
   * the folder is made if need be.
   *
   * @param seen told every action once it is written
   */
  public void write(GovernedEnterprise enterprise, Consumer<AgentAction> seen) throws IOException {
    Files.createDirectories(folder);
    writeLines(registry(), enterprise.registry(), SimulationLines::changed, change -> {});
    writeLines(activity(), enterprise.activity(), AgentActionJson::write, seen);
    writeLines(truth(), enterprise.truth(), SimulationLines::violation, planted -> {});
  }

  private static <T> void writeLines(
      Path file, List<T> things, Function<T, byte[]> json, Consumer<T> seen) throws IOException {
    try (OutputStream out = open(file)) {
      for (T thing : things) {
        line(out, json.apply(thing));
        seen.accept(thing);
      }
    }
  }

  /** Writes activity and registry, without labels; the folder must exist. */
  void write(List<AgentRecord> agents, List<AgentAction> actions) throws IOException {
    writeRegistry(registry(), agents);
    try (OutputStream out = open(activity())) {
      for (AgentAction action : actions) {
        line(out, AgentActionJson.write(action));
      }
    }
  }

  /** Writes {@code agents} to {@code file}, one per line. */
  public static void writeRegistry(Path file, List<AgentRecord> agents) throws IOException {
    try (OutputStream out = open(file)) {
      for (AgentRecord agent : agents) {
        line(out, SimulationLines.registered(agent));
      }
    }
  }

  private List<SessionLabel> writeActivity(
      EnterpriseSimulator simulator, Consumer<SimulatedAction> seen) throws IOException {
    SessionLabels labels = simulator.newLabels();
    try (OutputStream out = open(activity())) {
      for (SimulatedAction simulated : simulator) {
        line(out, AgentActionJson.write(simulated.action()));
        labels.add(simulated);
        seen.accept(simulated);
      }
    }
    return labels.all();
  }

  private List<DriftTruth> writeActivity(DriftSimulator simulator, Consumer<AgentAction> seen)
      throws IOException {
    DriftTruths truths = simulator.newTruths();
    try (OutputStream out = open(activity())) {
      for (AgentAction action : simulator) {
        line(out, AgentActionJson.write(action));
        truths.add(action);
        seen.accept(action);
      }
    }
    return truths.all();
  }

  private void writeTruths(List<DriftTruth> truths) throws IOException {
    try (OutputStream out = open(drift())) {
      for (DriftTruth truth : truths) {
        line(out, SimulationLines.truth(truth));
      }
    }
  }

  private void writeLabels(List<SessionLabel> labels) throws IOException {
    try (OutputStream out = open(labels())) {
      for (SessionLabel label : labels) {
        line(out, SimulationLines.label(label));
      }
    }
  }

  private static OutputStream open(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES);
  }

  private static void line(OutputStream out, byte[] json) throws IOException {
    out.write(json);
    out.write('\n');
  }
}
