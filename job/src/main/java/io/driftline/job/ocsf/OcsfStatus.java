package io.driftline.job.ocsf;

/**
 * How far somebody got with a finding, by OCSF's numbers and captions. Driftline does not know who
 * works on what: what is not over is new.
 */
enum OcsfStatus {
  NEW(1, "New"),
  SUPPRESSED(3, "Suppressed"),
  RESOLVED(4, "Resolved");

  private final int id;
  private final String caption;

  OcsfStatus(int id, String caption) {
    this.id = id;
    this.caption = caption;
  }

  int id() {
    return id;
  }

  String caption() {
    return caption;
  }
}
