package io.driftline.job.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files that a command reads. */
public final class InputFile {

  private InputFile() {}

  /**
   * The same file, once it is known that it can be read.
   *
   * @throws CommandFailure if it cannot
   */
  public static Path requireReadable(Path file) {
    if (!Files.isReadable(file)) {
      throw new CommandFailure("cannot read " + file, "does it exist?");
    }
    return file;
  }
}
