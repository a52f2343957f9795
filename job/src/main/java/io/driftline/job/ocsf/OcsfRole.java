package io.driftline.job.ocsf;

/** What a resource has to do with a finding, by OCSF's numbers and captions. */
enum OcsfRole {
  TARGET(1, "Target"),
  ACTOR(2, "Actor"),
  AFFECTED(3, "Affected"),
  RELATED(4, "Related");

  private final int id;
  private final String caption;

  OcsfRole(int id, String caption) {
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
