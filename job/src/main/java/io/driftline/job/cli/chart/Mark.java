package io.driftline.job.cli.chart;

import java.util.Locale;

/** The shapes of points, so that lines can be told apart without colour. */
enum Mark {
  CIRCLE("M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z"),
  SQUARE("M-3.6-3.6h7.2v7.2h-7.2z"),
  TRIANGLE("M0-4.8 4.6 3.4h-9.2z"),
  DIAMOND("M0-5.2 5.2 0 0 5.2-5.2 0z"),
  FLAG("M0 4.8 4.6-3.4h-9.2z");

  private final String path;

  Mark(String path) {
    this.path = path;
  }

  static Mark of(int line) {
    return values()[line];
  }

  /** The shape as an SVG element around a place. */
  String at(double x, double y) {
    return String.format(
        Locale.ROOT, "<path transform=\"translate(%.1f %.1f)\" d=\"%s\"/>", x, y, path);
  }
}
