package io.driftline.job.cli.backtest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The report as one HTML file that holds all it needs: style, scripts, and the figures as JSON.
 *
 * <p>The file may load nothing, and run nothing but its own scripts: its content security policy
 * names them by their hashes. What events say stands in the JSON alone, in which nothing can end
 * the element, and gets onto the page as text only.
 */
final class BacktestPage {

  private static final String CHARTS = "/META-INF/resources/webjars/uplot/1.6.30/";
  private static final Pattern PLACE = Pattern.compile("@@([a-z-]+)@@");

  private BacktestPage() {}

  /**
   * The page.
   *
   * @param figures one JSON object in ASCII
   */
  static byte[] write(byte[] figures) {
    String style = read(CHARTS + "dist/uPlot.min.css") + read("report.css");
    String script =
        "/*!\n"
            + read(CHARTS + "LICENSE")
            + "*/\n"
            + read(CHARTS + "dist/uPlot.iife.min.js")
            + read("charts.js")
            + read("tables.js")
            + read("alerts.js")
            + read("report.js");
    Map<String, String> parts =
        Map.of(
            "style-hash", hash(style),
            "script-hash", hash(script),
            "style", style,
            "script", script,
            "data", inert(new String(figures, StandardCharsets.US_ASCII)));
    return filled(read("report.html"), parts).getBytes(StandardCharsets.UTF_8);
  }

  /** The same JSON, in which no character means anything to HTML. */
  private static String inert(String json) {
    return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
  }

  private static String filled(String template, Map<String, String> parts) {
    return PLACE
        .matcher(template)
        .replaceAll(place -> Matcher.quoteReplacement(parts.get(place.group(1))));
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String read(String resource) {
    try (InputStream in = BacktestPage.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the class path lacks " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
