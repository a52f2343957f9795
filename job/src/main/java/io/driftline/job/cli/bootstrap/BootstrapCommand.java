package io.driftline.job.cli.bootstrap;

import io.driftline.job.cli.BrokerOptions;
import io.driftline.job.cli.CommandFailure;
import io.driftline.job.cli.InputFile;
import io.driftline.job.cli.Progress;
import io.driftline.job.cli.local.FileRun;
import io.driftline.job.cli.local.TempFolder;
import io.driftline.job.config.DriftlineOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.Configuration;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code driftline bootstrap}. */
@Command(
    name = "bootstrap",
    description = {
      "Learn from history and make a savepoint that the job starts from, warm.",
      "",
      "Runs the job's own topology over it, in event-time order, and puts nothing out. Give it the"
          + " options that the job will have.",
      ""
    })
public final class BootstrapCommand implements Callable<Integer> {

  @ArgGroup(multiplicity = "1")
  private Source source;

  /** Where history lies. */
  private static final class Source {

    @Option(
        names = "--activity",
        arity = "1..*",
        paramLabel = "FILE",
        description = "agent-activity v1, one event per line (.gz too); several files in any order")
    private List<Path> activity;

    @Option(
        names = "--topic",
        arity = "1..*",
        paramLabel = "TOPIC",
        description = "topics of agent-activity, with --bootstrap-servers")
    private List<String> topics;
  }

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "of topics: only records stamped at this instant (RFC 3339) or later")
  private Instant from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      description = "of topics: only records stamped before this instant")
  private Instant to;

  @Option(
      names = "--registry",
      paramLabel = "FILE",
      description = "agents with kind and purpose, one per line: who is a peer of whom")
  private Path registry;

  @Option(
      names = "--declared",
      paramLabel = "FILE",
      description = "what is declared of agents and people, one per line, as in the topics")
  private Path declared;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FOLDER",
      description = "the savepoint gets a folder of its own in it")
  private Path out;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      defaultValue = "2",
      description = "of the run; what is learnt does not depend on it (default: ${DEFAULT-VALUE})")
  private int parallelism;

  @Mixin private BrokerOptions brokers;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Configuration config = configuration();
    Files.createDirectories(out);
    try (TempFolder folder = TempFolder.create("driftline-history-")) {
      long started = System.nanoTime();
      Path history = history(folder.path());
      HistorySpan span = HistorySpan.of(history);
      if (span.actions() == 0) {
        throw new CommandFailure(
            "there is no action among %d records".formatted(span.records()),
            "is it agent-activity v1? see docs/event-contract.md");
      }
      Bootstrap.Made made = learn(new Bootstrap(config, parallelism, history, declared), span);
      report(span, made, (System.nanoTime() - started) / 1e9);
    }
    return 0;
  }

  private Configuration configuration() {
    Configuration config = brokers.configuration();
    if (registry != null) {
      config.set(DriftlineOptions.REGISTRY, InputFile.requireReadable(registry).toString());
    }
    if (declared != null) {
      InputFile.requireReadable(declared);
    }
    return config;
  }

  private Path history(Path folder) throws IOException {
    if (source.activity != null) {
      source.activity.forEach(InputFile::requireReadable);
      return source.activity.size() == 1
          ? source.activity.get(0)
          : FileRun.merged(source.activity, folder);
    }
    return TopicHistory.read(brokers.servers(), source.topics, brokers.client(), from, to, folder);
  }

  private Bootstrap.Made learn(Bootstrap bootstrap, HistorySpan span) throws Exception {
    try (Progress progress = Progress.onStderr("learning from history")) {
      return bootstrap.run(span, out, done -> progress.updateWithRest(done, span.records()));
    }
  }

  private void report(HistorySpan span, Bootstrap.Made made, double seconds) {
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            """
            learnt    %,d actions from %s to %s%s
            savepoint %s (%,d kB of state)
            took      %.0f s
            start     flink run -s %s … --driftline.kafka.start-from INSTANT
            """,
            span.actions(),
            span.from(),
            span.to(),
            span.records() == span.actions()
                ? ""
                : String.format(
                    Locale.ROOT, "; %,d records were refused", span.records() - span.actions()),
            made.savepoint(),
            made.bytes() / 1000,
            seconds,
            made.savepoint().toUri());
  }
}
