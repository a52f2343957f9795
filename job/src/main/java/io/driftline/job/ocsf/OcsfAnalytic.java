package io.driftline.job.ocsf;

/** How something was found, by OCSF's numbers and captions. */
enum OcsfAnalytic {
  RULE(1, "Rule"),
  STATISTICAL(3, "Statistical"),
  LEARNING(4, "Learning (ML/DL)");

  private final int id;
  private final String caption;

  OcsfAnalytic(int id, String caption) {
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
