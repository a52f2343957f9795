package io.driftline.job.ocsf;

/** What a record says about its finding, by OCSF's numbers and captions. */
enum OcsfActivity {
  CREATE(1, "Create"),
  UPDATE(2, "Update"),
  CLOSE(3, "Close");

  private final int id;
  private final String caption;

  OcsfActivity(int id, String caption) {
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
