package io.driftline.job.cli.bench;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code driftline bench audit}. */
@Command(
    name = "audit",
    showDefaultValues = true,
    description = {
      "Write an audit trail to a file, and time what a record costs: its JSON and its hash.",
      "",
      "The trail is that of harmless sample events, with its seals beside it; time driftline audit"
          + " verify with it.",
      ""
    })
public final class AuditBenchCommand implements Callable<Integer> {

  @Option(names = "--records", defaultValue = "1000000", description = "Records in the trail.")
  private long records;

  @Option(names = "--agents", defaultValue = "1000", description = "Agents they belong to.")
  private int agents;

  @Option(names = "--seed", defaultValue = "42", description = "Of the events.")
  private long seed;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The trail.")
  private Path out;

  @Option(names = "--seals", required = true, paramLabel = "FILE", description = "The seals.")
  private Path seals;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    SampleTrail trail = new SampleTrail(new SampleEvents(records, agents, seed));
    try (OutputStream file = Files.newOutputStream(out)) {
      trail.writeRecords(file);
    }
    try (OutputStream file = Files.newOutputStream(seals)) {
      trail.writeSeals(file);
    }
    PrintWriter printer = spec.commandLine().getOut();
    printer.printf(
        Locale.ROOT,
        "%,d records of %,.0f bytes on average, %,.0f ns of processor time each for JSON and hash%n",
        trail.records(),
        trail.bytesPerRecord(),
        trail.nanosPerRecord());
    return 0;
  }
}
