package io.driftline.job.config;

/** How what is raised is written. Trails, seals, inventories and dead letters are always native. */
public enum OutputFormat {
  /** Driftline's own JSON, see {@code docs/alerts.md}. */
  NATIVE,
  /** OCSF 1.8.0 Detection Finding, class 2004. */
  OCSF;

  /** The one of two that belongs to this format. */
  public <T> T choose(T ofNative, T ofOcsf) {
    return this == NATIVE ? ofNative : ofOcsf;
  }
}
