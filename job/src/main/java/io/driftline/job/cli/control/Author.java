package io.driftline.job.cli.control;

import io.driftline.job.cli.CommandFailure;
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

  @Option(names = "--reason", paramLabel = "TEXT", description = "why; must be given to publish")
  private String reason;

  @Option(
      names = "--sign",
      paramLabel = "FILE",
      description = "PEM file of the private key to sign with, see control keygen")
  private Path key;

  public String by() {
    return by;
  }

  /**
   * Why.
   *
   * @throws CommandFailure if none was given
   */
  public String reason() {
    if (reason == null || reason.isBlank()) {
      throw new CommandFailure("nothing was published, since no reason is given", "give --reason");
    }
    return reason;
  }

  /** {@code null} to leave the message unsigned. */
  public Path key() {
    return key;
  }
}
