package io.driftline.job.cli.chart;

import java.util.Locale;

/** A picture being written as SVG: its paper, its styles, and text that cannot become markup. */
final class Svg {

  /** Colours that also those can tell apart who see few: Okabe and Ito, 2008. */
  private static final String HEAD =
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" \
      aria-labelledby="title desc"
           font-family="Helvetica, Arial, 'DejaVu Sans', sans-serif" font-size="14">
        <title id="title">%s</title>
        <desc id="desc">%s</desc>
        <style>
          .paper { fill: #ffffff; stroke: #d0d7de }
          .grid { stroke: #dfe5ea }
          .guide { stroke: #9aa7b3; stroke-dasharray: 2 4 }
          .axis { fill: none; stroke: #3b5b7a; stroke-width: 1.4 }
          .line { fill: none; stroke-width: 2 }
          .mark { stroke: #ffffff; stroke-width: 1 }
          .s0 { color: #0072b2 } .s1 { color: #c15700 } .s2 { color: #008a63 }
          .s3 { color: #a8487f } .s4 { color: #6b6b6b }
          .line { stroke: currentColor } .mark { fill: currentColor }
          text { fill: #1f2933 }
          .note { fill: #55636f; font-size: 12px }
          .label { font-size: 14px }
          .name { font-weight: bold }
          @media (prefers-color-scheme: dark) {
            .paper { fill: #0d1117; stroke: #30363d }
            .grid { stroke: #222b35 }
            .guide { stroke: #5b6873 }
            .axis { stroke: #7ea6cc }
            .mark { stroke: #0d1117 }
            .s0 { color: #56b4e9 } .s1 { color: #f0913a } .s2 { color: #2fc79a }
            .s3 { color: #d98bb8 } .s4 { color: #b0b8c0 }
            text { fill: #e6edf3 }
            .note { fill: #a3b1bf }
          }
      %s  </style>
        <rect class="paper" x="1" y="1" width="%d" height="%d" rx="10"/>
      """;

  private final StringBuilder svg = new StringBuilder();

  /**
   * Begins a picture.
   *
   * @param width in pixels, as is the height
   * @param description the title said at length, for those who cannot see the picture
   * @param styles lines of CSS beyond those that all charts share, each ended by a line feed
   */
  Svg(int width, int height, String title, String description, String styles) {
    svg.append(
        String.format(
            HEAD,
            width,
            height,
            XmlText.escaped(title),
            XmlText.escaped(description),
            styles,
            width - 2,
            height - 2));
  }

  void text(String style, double x, double y, String anchor, String text) {
    add(
        "  <text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
        style, x, y, anchor, XmlText.escaped(text));
  }

  /** Text that runs upwards. */
  void uprightText(double x, double y, String text) {
    add(
        "  <text transform=\"translate(%.0f %.1f) rotate(-90)\" text-anchor=\"middle\">%s</text>",
        x, y, XmlText.escaped(text));
  }

  /** One element; texts among the values must be escaped. */
  void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  /** The picture, which ends here. */
  @Override
  public String toString() {
    return svg + "</svg>\n";
  }
}
