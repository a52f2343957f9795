package io.driftline.job.cli.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Waits until a cluster that was just started answers: its REST interface has an address before it
 * has found the JobManager, and until then says 503 to everything.
 */
final class RestReadiness {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long PAUSE_MILLIS = 20;
  private static final int OK = 200;

  private RestReadiness() {}

  /**
   * Returns when so many slots are there.
   *
   * @throws IllegalStateException if they are not within a minute
   */
  static void await(URI webPage, int slots) throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    long start = System.nanoTime();
    while (slots(client, webPage) < slots) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new IllegalStateException(
            "the local cluster at %s did not have its %d slots within %d s"
                .formatted(webPage, slots, PATIENCE.toSeconds()));
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  private static int slots(HttpClient client, URI webPage)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(webPage.resolve("/overview")).build();
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    return response.statusCode() == OK
        ? new ObjectMapper().readTree(response.body()).path("slots-total").asInt()
        : 0;
  }
}
