package io.driftline.job.cli.control;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Who says so, and why. */
public final class Author {

  @Option(
      names = "--by",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description = "who says so (default: ${DEFAULT-VALUE})")
  private String by;

  @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "why")
  private String reason;

  @Option(
      names = "--sign",
      paramLabel = "FILE",
      description = "PEM file of the private key to sign with, see control keygen")
  private Path key;

  public String by() {
    return by;
  }

  public String reason() {
    return reason;
  }

  /** {@code null} to leave the message unsigned. */
  public Path key() {
    return key;
  }
}
