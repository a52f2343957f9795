package io.driftline.job.cli;

import io.driftline.job.cli.simulation.Simulation;
import io.driftline.job.cli.simulation.SimulationFiles;
import io.driftline.job.cli.simulation.SimulationTally;
import io.driftline.job.config.KafkaClient;
import io.driftline.job.topic.KafkaCheck;
import io.driftline.simulate.SimulatedAction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code driftline simulate}. */
@Command(
    name = "simulate",
    description = {
      "Make up the activity of an enterprise's AI agents, with known attacks among it.",
      "",
      "The same options give the same bytes. The files are what 'driftline evaluate' reads:"
          + " activity.jsonl (what the agents did), registry.jsonl (who they are) and labels.jsonl"
          + " (which sessions were attacked, and how). With --drift they are what 'driftline drift'"
          + " reads, and drift.jsonl says how each agent changed. With --posture registry.jsonl holds"
          + " all that is said of agents and people and from when on, and truth.jsonl says which"
          + " agent violates which rule.",
      ""
    })
final class SimulateCommand implements Callable<Integer> {

  @ArgGroup(multiplicity = "1")
  private Target target;

  @Option(
      names = "--topic",
      defaultValue = "agent-activity",
      description = "topic for --kafka, which must exist (default: ${DEFAULT-VALUE})")
  private String topic;

  @Mixin private SimulationOptions options;

  @Mixin private JobOptions job;

  @Spec private CommandSpec spec;

  /** Where the simulation goes. */
  private static final class Target {

    @Option(names = "--out", paramLabel = "DIR", description = "write the three files there")
    private Path folder;

    @Option(
        names = "--kafka",
        paramLabel = "BOOTSTRAP",
        description = "write the activity to these brokers, as fast as it goes")
    private String bootstrapServers;
  }

  @Override
  public Integer call() throws Exception {
    Simulation simulation = options.simulation();
    SimulationTally tally = new SimulationTally();
    try (Progress progress = Progress.onStderr("simulating")) {
      Consumer<SimulatedAction> seen =
          action -> {
            tally.add(action);
            progress.update(tally.progress());
          };
      write(simulation, seen);
    }
    summarise(simulation, tally);
    return 0;
  }

  private void write(Simulation simulation, Consumer<SimulatedAction> seen) throws IOException {
    if (target.folder != null) {
      simulation.write(new SimulationFiles(target.folder), seen);
    } else {
      requireTopic();
      try (ActivityProducer producer =
          new ActivityProducer(target.bootstrapServers, topic, client())) {
        for (SimulatedAction simulated : simulation.actions()) {
          producer.send(simulated.action());
          seen.accept(simulated);
        }
        producer.flush();
      }
    }
  }

  private void requireTopic() {
    try (KafkaCheck kafka = KafkaCheck.connect(target.bootstrapServers, client())) {
      kafka.requireTopic(topic, "--topic");
    }
  }

  private Properties client() {
    return KafkaClient.properties(job.configuration());
  }

  private void summarise(Simulation simulation, SimulationTally tally) {
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "%,d actions of %s, %s%n%s%n",
            tally.actions(),
            simulation.extent(),
            simulation.trouble(tally),
            whereAndNext(simulation));
  }

  private String whereAndNext(Simulation simulation) {
    return target.folder == null
        ? "in topic %s at %s".formatted(topic, target.bootstrapServers)
        : simulation.next(new SimulationFiles(target.folder));
  }
}
