package io.driftline.job.cli;

import io.driftline.job.config.DriftlineOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import picocli.CommandLine.Option;

/** Options of the job on the command line: {@code -D driftline.threshold.alert=80}. */
public final class JobOptions {

  @Option(
      names = "-D",
      paramLabel = "KEY=VALUE",
      description = "set an option of the job, see docs/configuration.md")
  private Map<String, String> given = new LinkedHashMap<>();

  /**
   * What was given.
   *
   * @throws CommandFailure if a driftline option is not known
   */
  public Configuration configuration() {
    try {
      return DriftlineOptions.requireKnown(Configuration.fromMap(given));
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(e.getMessage(), "correct the -D option");
    }
  }
}
