package io.driftline.job.ocsf;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.driftline.job.alert.OutputSchema;
import java.nio.file.Files;
import java.nio.file.Path;

/** OCSF's own schema, which does not come with the sources: it lies beside the real data. */
final class OcsfSchema {

  private OcsfSchema() {}

  /** Of a Detection Finding; skips the calling test if there is none. */
  static OutputSchema detectionFinding() {
    String set = System.getProperty("DRIFTLINE_DATA", System.getenv("DRIFTLINE_DATA"));
    Path data = Path.of(set == null || set.isBlank() ? "../../shared/data" : set);
    Path file = data.resolve("../ocsf/detection_finding.schema.json").toAbsolutePath().normalize();
    assumeTrue(
        Files.isRegularFile(file), "skipped: no OCSF schema at " + file + " (DRIFTLINE_DATA)");
    return OutputSchema.in(file);
  }
}
