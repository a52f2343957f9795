package io.driftline.job.cli.relation;

import io.driftline.feature.SensitivityTable;
import io.driftline.job.cli.BrokerOptions;
import io.driftline.job.cli.CommandFailure;
import io.driftline.job.cli.CommittedTopic;
import io.driftline.job.cli.InputFile;
import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.config.JobFiles;
import io.driftline.job.config.JobSettings;
import io.driftline.job.evaluate.RegistryFile;
import io.driftline.registry.AgentRecord;
import io.driftline.relation.AccessGraph;
import io.driftline.relation.Edge;
import io.driftline.relation.Reach;
import io.driftline.relation.Reachability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code driftline graph}. */
@Command(
    name = "graph",
    description = {
      "Tell who can reach what through which agents, and how far harm would reach.",
      "",
      "Counts files of activity, or reads the topic of relationships as far as it is committed.",
      ""
    })
public final class GraphCommand implements Callable<Integer> {

  @Option(
      names = "--activity",
      arity = "1..*",
      paramLabel = "FILE",
      description = "agent-activity v1, one event per line (.gz too); several files in any order")
  private List<Path> activity = List.of();

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      description = "of relationships (default: <driftline.kafka.output-prefix>.relationships)")
  private String topic;

  @Option(
      names = "--registry",
      paramLabel = "FILE",
      description = "agents with what is granted to them, one per line; for --blast-radius")
  private Path registry;

  @Option(
      names = "--user",
      paramLabel = "ID",
      description = "what this person or schedule reaches only")
  private String user;

  @Option(
      names = "--agent",
      paramLabel = "ID",
      description = "what is reached through or by this agent only")
  private String agent;

  @Option(names = "--system", paramLabel = "ID", description = "who reaches this system only")
  private String system;

  @Option(
      names = "--possible",
      description =
          "also what is within reach and was not done yet: what the agents that somebody has act,"
              + " and those that these have act, did for others")
  private boolean possible;

  @Option(
      names = "--blast-radius",
      description = "how far harm reaches through each agent, and through whoever has agents act")
  private boolean blastRadius;

  @Option(
      names = "--graphml",
      paramLabel = "FILE",
      description = "write the whole graph as GraphML, which graph programs read")
  private Path graphml;

  @Option(names = "--json", description = "print one JSON object for each line of the table")
  private boolean json;

  @Mixin private BrokerOptions brokers;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (activity.isEmpty() ? !brokers.areSet() : brokers.areNamed()) {
      throw new ParameterException(
          spec.commandLine(), "give either --activity or --bootstrap-servers");
    }
    Configuration config = brokers.configuration();
    config.set(DriftlineOptions.MODEL, DriftlineOptions.NO_MODEL);
    JobSettings settings = JobFiles.settings(config);
    AccessGraph graph = AccessGraph.of(edges(config, settings));
    if (graphml != null) {
      Files.writeString(graphml, GraphMl.of(graph));
    }
    spec.commandLine()
        .getOut()
        .print(blastRadius ? blast(graph, settings.sensitivity()) : reach(graph));
    return 0;
  }

  private Collection<Edge> edges(Configuration config, JobSettings settings) throws IOException {
    Collection<Edge> edges = activity.isEmpty() ? fromTopic(config) : fromFiles(settings);
    if (edges.isEmpty()) {
      throw new CommandFailure("no action at all, so there is no graph", "is it the right input?");
    }
    return edges;
  }

  private Collection<Edge> fromFiles(JobSettings settings) throws IOException {
    activity.forEach(InputFile::requireReadable);
    ActivityEdges edges = ActivityEdges.of(activity, settings.tracker());
    if (edges.refused() > 0) {
      spec.commandLine()
          .getErr()
          .printf(
              "%d records were refused, the first: %s%n",
              edges.refused(), edges.firstRefused().message());
    }
    return edges.edges();
  }

  private Collection<Edge> fromTopic(Configuration config) {
    String usual = config.get(DriftlineOptions.OUTPUT_PREFIX) + ".relationships";
    try (CommittedTopic relationships =
        CommittedTopic.open(
            brokers.servers(), topic == null ? usual : topic, brokers.client(), "--topic")) {
      return TopicEdges.read(relationships);
    }
  }

  private String reach(AccessGraph graph) {
    GraphFilter filter = new GraphFilter(user, agent, system);
    List<Reach> all = new Reachability(graph).all().stream().filter(filter::passes).toList();
    List<Reach> told = possible ? all : all.stream().filter(Reach::isUsed).toList();
    return json
        ? told.stream().map(GraphJson::line).collect(Collectors.joining())
        : ReachTable.render(told, all.size() - told.size());
  }

  private String blast(AccessGraph graph, SensitivityTable sensitivity) throws IOException {
    List<AgentRecord> agents =
        registry == null ? List.of() : RegistryFile.read(InputFile.requireReadable(registry));
    GraphFilter filter = new GraphFilter(user, agent, null);
    List<Blast> blasts =
        Blast.all(graph, agents, sensitivity).stream().filter(filter::passes).toList();
    return json
        ? blasts.stream().map(GraphJson::line).collect(Collectors.joining())
        : BlastTable.render(blasts);
  }
}
