package io.driftline.job.config;

import io.driftline.job.evaluate.RegistryFile;
import io.driftline.job.identify.Cohorts;
import io.driftline.registry.AgentRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.configuration.Configuration;

/** Reads the files that options name. */
public final class JobFiles {

  private JobFiles() {}

  /** The settings that {@code config} and the files it names amount to. */
  public static JobSettings settings(Configuration config) throws IOException {
    String registry = config.get(DriftlineOptions.REGISTRY);
    String model = config.get(DriftlineOptions.MODEL);
    List<AgentRecord> agents = registry == null ? List.of() : RegistryFile.read(Path.of(registry));
    return JobSettings.of(
        config, Cohorts.of(agents), model == null ? null : Files.readAllBytes(Path.of(model)));
  }
}
