package io.driftline.job.cli.audit;

import io.driftline.audit.AuditSeal;
import io.driftline.job.cli.BrokerOptions;
import io.driftline.job.cli.CommittedTopic;
import io.driftline.job.cli.InputFile;
import io.driftline.job.config.DriftlineOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code driftline audit verify}. */
@Command(
    name = "verify",
    description = {
      "Tell whether the audit trail is whole: nothing altered, left out, added or moved.",
      "",
      "Reads files, or a topic as far as it is committed. Exit code 0 if the trail is intact, 1 if"
          + " it is broken or cannot be read.",
      ""
    })
public final class AuditVerifyCommand implements Callable<Integer> {

  private static final int BROKEN = 1;

  @Option(
      names = "--file",
      arity = "1..*",
      paramLabel = "FILE",
      description = "the trail, one record per line (.gz too); several files in order of time")
  private List<Path> files = List.of();

  @Option(
      names = "--seals",
      paramLabel = "FILE",
      description = "seals, one per line (.gz too); with --file")
  private Path sealsFile;

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      description = "the trail (default: <driftline.kafka.output-prefix>.audit)")
  private String topic;

  @Option(
      names = "--seals-topic",
      paramLabel = "TOPIC",
      description = "the seals (default: <driftline.kafka.output-prefix>.audit-seals)")
  private String sealsTopic;

  @Option(
      names = "--heads",
      paramLabel = "FILE",
      description =
          "how each chain ended when it was last verified: compared with if it exists, and written"
              + " anew if the trail is intact; keep it where those who write the trail cannot")
  private Path heads;

  @Mixin private BrokerOptions brokers;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (files.isEmpty() ? !brokers.areSet() : brokers.areNamed()) {
      throw new ParameterException(
          spec.commandLine(), "give the trail either as --file or by --bootstrap-servers");
    }
    if (files.isEmpty() && sealsFile != null) {
      throw new ParameterException(spec.commandLine(), "--seals goes with --file");
    }
    TrailReport report = files.isEmpty() ? verifyTopics() : verifyFiles();
    spec.commandLine().getOut().print(TrailText.render(report));
    if (report.isIntact() && heads != null) {
      Seals.write(heads, report.chains().stream().map(ChainResult::head).toList());
    }
    return report.isIntact() ? 0 : BROKEN;
  }

  private TrailReport verifyFiles() throws IOException {
    files.forEach(InputFile::requireReadable);
    TrailCheck check = new TrailCheck(seals(heads, false), seals(sealsFile, true));
    for (Path file : files) {
      try (Trail trail = FileTrail.open(file)) {
        check.check(trail);
      }
    }
    return check.report();
  }

  /** Seals are read before the end of the trail is asked for: what they seal is there by then. */
  private TrailReport verifyTopics() throws IOException {
    Configuration config = brokers.configuration();
    String prefix = config.get(DriftlineOptions.OUTPUT_PREFIX);
    Map<ChainName, AuditSeal> sealed;
    try (Trail seals = topic(sealsTopic, prefix + ".audit-seals", "--seals-topic")) {
      sealed = Seals.read(seals);
    }
    TrailCheck check = new TrailCheck(seals(heads, false), sealed);
    try (Trail trail = topic(topic, prefix + ".audit", "--topic")) {
      check.check(trail);
    }
    return check.report();
  }

  private Trail topic(String given, String usual, String option) {
    return new TopicTrail(
        CommittedTopic.open(
            brokers.servers(), given == null ? usual : given, brokers.client(), option));
  }

  private static Map<ChainName, AuditSeal> seals(Path file, boolean required) throws IOException {
    if (file == null || !required && !Files.exists(file)) {
      return Map.of();
    }
    try (Trail seals = FileTrail.open(InputFile.requireReadable(file))) {
      return Seals.read(seals);
    }
  }
}
