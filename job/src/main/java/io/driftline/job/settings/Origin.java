package io.driftline.job.settings;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where a value was set.
 *
 * @param kind which of the four ways
 * @param place file and line, flag, or variable; empty for a default
 */
public record Origin(Kind kind, String place) {

  /** The ways to set a value, the weakest first. */
  public enum Kind {
    DEFAULT("default"),
    FILE("file"),
    FLAG("flag"),
    VARIABLE("environment variable");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** Nowhere: the default holds. */
  public static final Origin DEFAULT = new Origin(Kind.DEFAULT, "");

  public Origin {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(place, "place");
  }

  /** A line of a file, from 1. */
  public static Origin line(Path file, int line) {
    return new Origin(Kind.FILE, file + ":" + line);
  }

  /** A flag, as it was written. */
  public static Origin flag(String name) {
    return new Origin(Kind.FLAG, name);
  }

  /** A variable of the environment. */
  public static Origin variable(String name) {
    return new Origin(Kind.VARIABLE, name);
  }

  @Override
  public String toString() {
    return kind == Kind.FILE ? place : (kind + " " + place).strip();
  }
}
