package io.driftline.job.cli;

import io.driftline.job.config.DriftlineOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.configuration.ConfigOption;
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
  Configuration configuration() {
    Set<String> known =
        DriftlineOptions.all().stream().map(ConfigOption::key).collect(Collectors.toSet());
    for (String key : given.keySet()) {
      if (key.startsWith("driftline.")
          && !key.startsWith(DriftlineOptions.KAFKA_PROPERTIES)
          && !known.contains(key)) {
        throw new CommandFailure("unknown option " + key, "docs/configuration.md lists them");
      }
    }
    return Configuration.fromMap(given);
  }
}
