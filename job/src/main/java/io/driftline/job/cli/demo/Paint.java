package io.driftline.job.cli.demo;

/** The few colours of the demo's own lines; the anomalies bring theirs. */
enum Paint {
  PLAIN(false),
  COLOUR(true);

  private final boolean on;

  Paint(boolean on) {
    this.on = on;
  }

  static Paint of(boolean colour) {
    return colour ? COLOUR : PLAIN;
  }

  boolean isOn() {
    return on;
  }

  String good(String text) {
    return paint("32;1", text);
  }

  String bad(String text) {
    return paint("31;1", text);
  }

  String strong(String text) {
    return paint("1", text);
  }

  String faint(String text) {
    return paint("2", text);
  }

  private String paint(String code, String text) {
    return on ? "\033[" + code + "m" + text + "\033[0m" : text;
  }
}
