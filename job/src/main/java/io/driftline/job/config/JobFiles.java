package io.driftline.job.config;

import io.driftline.feature.SensitivityTable;
import io.driftline.forest.DefaultModel;
import io.driftline.job.evaluate.RegistryFile;
import io.driftline.job.identify.Cohorts;
import io.driftline.registry.AgentRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.configuration.Configuration;

/** Reads the files that options name. */
public final class JobFiles {

  private static final int MOST_SENSITIVITY_BYTES = 1 << 20;
  private static final int MOST_MODEL_BYTES = 64 << 20;

  private JobFiles() {}

  /** The settings that {@code config} and the files it names amount to. */
  public static JobSettings settings(Configuration config) throws IOException {
    return JobSettings.of(
        config,
        Cohorts.of(agents(config.get(DriftlineOptions.REGISTRY))),
        sensitivity(config.get(DriftlineOptions.SENSITIVITY)),
        model(config.get(DriftlineOptions.MODEL)));
  }

  private static List<AgentRecord> agents(String file) throws IOException {
    return file == null ? List.of() : RegistryFile.read(Path.of(file));
  }

  private static SensitivityTable sensitivity(String file) throws IOException {
    SensitivityTable shipped = SensitivityTable.shipped();
    return file == null
        ? shipped
        : shipped.extendedBy(file, BoundedFile.text(Path.of(file), MOST_SENSITIVITY_BYTES));
  }

  private static byte[] model(String file) throws IOException {
    if (file == null) {
      return DefaultModel.stored();
    }
    return file.equals(DriftlineOptions.NO_MODEL)
        ? null
        : BoundedFile.bytes(Path.of(file), MOST_MODEL_BYTES);
  }
}
