package io.driftline.job.cli.registry;

/** A file is not YAML, or YAML that is not taken here. */
public final class MalformedYamlException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int line;

  /**
   * @param line where, counted from 1
   */
  MalformedYamlException(int line, String message) {
    super(message);
    this.line = line;
  }

  /** Where, and what. */
  public Fault fault() {
    return new Fault(line, getMessage());
  }
}
