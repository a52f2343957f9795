package io.driftline.job.cli.registry;

import java.util.Comparator;
import java.util.Objects;

/**
 * What is wrong, or doubtful, in a file.
 *
 * @param line where, counted from 1
 * @param message which field, what was found, and what is expected
 */
public record Fault(int line, String message) implements Comparable<Fault> {

  private static final Comparator<Fault> BY_LINE =
      Comparator.comparingInt(Fault::line).thenComparing(Fault::message);

  public Fault {
    Objects.requireNonNull(message, "message");
  }

  @Override
  public int compareTo(Fault other) {
    return BY_LINE.compare(this, other);
  }
}
