package io.driftline.job.cli.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.BindException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class LocalClusterITCase {

  private static LocalCluster cluster;

  @BeforeAll
  static void start() throws Exception {
    cluster = LocalCluster.start(LocalClusterSettings.ofSlots(2));
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @Test
  void runsAJobAndHandsBackItsResults() throws Exception {
    StreamExecutionEnvironment env = cluster.environment();

    assertThat(
            env.fromSequence(1, 100)
                .keyBy(number -> number % 10)
                .reduce(Long::sum)
                .executeAndCollect("sum", 100))
        .hasSize(100)
        // 10 + 20 + … + 100, the last value of key 0.
        .contains(550L);
  }

  @Test
  void tellsItsSlotsOverHttp() throws Exception {
    String overview = get(cluster.webPage().resolve("/overview")).body();

    assertThat(new ObjectMapper().readTree(overview).path("slots-total").asInt()).isEqualTo(2);
  }

  @Test
  void servesFlinksWebPage() throws Exception {
    HttpResponse<String> page = get(cluster.webPage().resolve("/"));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).containsIgnoringCase("<title>Apache Flink");
  }

  @Test
  void aPortInUseIsNamed() {
    int port = cluster.webPage().getPort();

    assertThatExceptionOfType(BindException.class)
        .isThrownBy(
            () -> LocalCluster.start(LocalClusterSettings.ofSlots(1).withWebPort(port)).close())
        .withMessage("web page port " + port);
  }

  private static HttpResponse<String> get(URI uri) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }
}
