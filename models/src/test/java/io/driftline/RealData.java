package io.driftline;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

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
    assumeTrue(find(name).isPresent(), () -> absence(name));
    return root().resolve(name);
  }

  /** The folder of a data set, if there is one. */
  public static Optional<Path> find(String name) {
    return Optional.of(root().resolve(name)).filter(Files::isDirectory);
  }

  /** Why a data set was not found, and what to do about it. */
  public static String absence(String name) {
    return "No data at %s: set %s (environment or system property) to the folder that holds %s"
        .formatted(root().resolve(name).toAbsolutePath().normalize(), VARIABLE, name);
  }

  private static Path root() {
    String fromEnvironment = System.getenv().getOrDefault(VARIABLE, DEFAULT);
    return Path.of(System.getProperty(VARIABLE, fromEnvironment));
  }
}
