package io.driftline.job.evaluate;

import java.io.IOException;
import java.nio.file.Path;

/** A line of a file is not what it must be; the message names file, line and fault. */
public final class MalformedLineException extends IOException {

  private static final long serialVersionUID = 1L;

  MalformedLineException(Path file, long line, String fault, Throwable cause) {
    super(file + ", line " + line + ": " + fault, cause);
  }
}
