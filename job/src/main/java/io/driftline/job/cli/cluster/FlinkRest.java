package io.driftline.job.cli.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Flink's REST interface; whatever cannot be reached is an {@link IOException}. */
final class FlinkRest {

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build();
  private final URI root;

  FlinkRest(URI root) {
    this.root = root;
  }

  int slots() throws IOException, InterruptedException {
    return get("/overview").path("slots-total").asInt();
  }

  int freeSlots() throws IOException, InterruptedException {
    return get("/overview").path("slots-available").asInt();
  }

  /** For example {@code RUNNING}. */
  String state(String job) throws IOException, InterruptedException {
    return get("/jobs/" + job).path("state").asText();
  }

  /** The root cause of the latest failure of a job; empty if there was none. */
  String lastFailure(String job) throws IOException, InterruptedException {
    return get("/jobs/" + job + "/exceptions")
        .at("/exceptionHistory/entries/0/stacktrace")
        .asText();
  }

  Optional<Checkpoint> latestCheckpoint(String job) throws IOException, InterruptedException {
    JsonNode latest = get("/jobs/" + job + "/checkpoints").at("/latest/completed");
    return latest.path("id").isNumber()
        ? Optional.of(
            new Checkpoint(
                latest.path("id").asLong(),
                Instant.ofEpochMilli(latest.path("trigger_timestamp").asLong()),
                Instant.ofEpochMilli(latest.path("latest_ack_timestamp").asLong())))
        : Optional.empty();
  }

  /** The checkpoint from which a job was last restored. */
  Optional<Long> restoredFrom(String job) throws IOException, InterruptedException {
    JsonNode restored = get("/jobs/" + job + "/checkpoints").at("/latest/restored/id");
    return restored.isNumber() ? Optional.of(restored.asLong()) : Optional.empty();
  }

  /** A job that is just being restored has no stages yet. */
  long watermark(String job, String stage) throws IOException, InterruptedException {
    JsonNode vertices = get("/jobs/" + job).path("vertices");
    for (JsonNode vertex : vertices) {
      if (vertex.path("name").asText().startsWith(stage)) {
        String path = "/jobs/" + job + "/vertices/" + vertex.path("id").asText() + "/watermarks";
        return least(get(path), vertex.path("parallelism").asInt());
      }
    }
    if (vertices.isEmpty()) {
      return Long.MIN_VALUE;
    }
    throw new IllegalStateException("job " + job + " has no stage " + stage);
  }

  private static long least(JsonNode watermarks, int subtasks) {
    long least = watermarks.size() < subtasks ? Long.MIN_VALUE : Long.MAX_VALUE;
    for (JsonNode watermark : watermarks) {
      least = Math.min(least, Long.parseLong(watermark.path("value").asText()));
    }
    return least;
  }

  /** Asks a job to stop with a savepoint; returns how to ask whether it has. */
  String stop(String job) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(root.resolve("/jobs/" + job + "/stop"))
            .timeout(ANSWER_WITHIN)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"drain\":false}"))
            .build();
    return send(request).path("request-id").asText();
  }

  /**
   * Where the savepoint is; empty as long as there is none.
   *
   * @throws IllegalStateException if it failed
   */
  Optional<String> savepoint(String job, String request) throws IOException, InterruptedException {
    JsonNode answer = get("/jobs/" + job + "/savepoints/" + request);
    JsonNode failure = answer.at("/operation/failure-cause");
    if (!failure.isMissingNode()) {
      throw new IllegalStateException("no savepoint: " + failure.path("stack-trace").asText());
    }
    JsonNode location = answer.at("/operation/location");
    return location.isTextual() ? Optional.of(location.asText()) : Optional.empty();
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(root.resolve(path)).timeout(ANSWER_WITHIN).build());
  }

  private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    if (response.statusCode() / 100 != 2) {
      throw new IOException(
          "%s answered %d: %s".formatted(request.uri(), response.statusCode(), response.body()));
    }
    return JSON.readTree(response.body());
  }
}
