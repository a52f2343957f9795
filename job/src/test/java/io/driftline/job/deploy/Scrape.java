package io.driftline.job.deploy;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What Prometheus reads of a Flink process: lines of a name, labels in braces, and a value. */
record Scrape(String text) {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  static Scrape of(int port) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/metrics")).build();
    return new Scrape(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  /** The names of all metrics. */
  Set<String> names() {
    return text.lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("[{ ]")[0])
        .collect(toCollection(TreeSet::new));
  }

  /** The sum of the values of a metric over all series with a label, for example {@code a="b"}. */
  double sum(String name, String label) {
    return text.lines()
        .filter(line -> line.startsWith(name + "{") && line.contains(label))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** How many lines of values are such. */
  long lines(Predicate<String> such) {
    return text.lines().filter(line -> !line.startsWith("#")).filter(such).count();
  }

  double sum(String name) {
    return sum(name, "");
  }
}
