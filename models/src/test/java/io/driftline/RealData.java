package io.driftline;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Public data sets that are too large to ship with the sources. Tests that want one are skipped,
 * with the reason, where it is absent.
 */
public final class RealData {

  private static final String VARIABLE = "DRIFTLINE_DATA";
  private static final String DEFAULT = "../../shared/data";

  private RealData() {}

  /** The folder of a data set; skips the calling test if there is none. */
  public static Path folder(String name) {
    Path folder = root().resolve(name);
    assumeTrue(
        Files.isDirectory(folder),
        () ->
            "No data at %s: set %s (environment or system property) to the folder that holds %s"
                .formatted(folder.toAbsolutePath().normalize(), VARIABLE, name));
    return folder;
  }

  private static Path root() {
    String fromEnvironment = System.getenv().getOrDefault(VARIABLE, DEFAULT);
    return Path.of(System.getProperty(VARIABLE, fromEnvironment));
  }
}
