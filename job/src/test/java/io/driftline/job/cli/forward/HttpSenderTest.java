package io.driftline.job.cli.forward;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class HttpSenderTest {

  private static final Duration PATIENT = Duration.ofSeconds(20);
  private static final Duration IMPATIENT = Duration.ofMillis(100);

  private final CountDownLatch end = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void postsTheBytesWithTheirHeaders() {
    CompletableFuture<String> request = new CompletableFuture<>();
    handle(
        exchange -> {
          String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          List<String> headers =
              List.of(
                  exchange.getRequestHeaders().getFirst("Content-Type"),
                  exchange.getRequestHeaders().getFirst("X-Driftline-Agent"),
                  exchange.getRequestHeaders().getFirst("X-Site"));
          request.complete(exchange.getRequestMethod() + " " + body + " " + headers);
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    assertThat(send(PATIENT).status()).isEqualTo(204);
    assertThat(request.join()).isEqualTo("POST a1 [application/json, a, lab]");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 401, 403, 404, 429, 500, 503})
  void tellsTheStatus(int status) {
    handle(
        exchange -> {
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    assertThat(send(PATIENT)).isEqualTo(Answer.of(status, Duration.ZERO));
  }

  @Test
  void tellsWhenToComeBack() {
    handle(
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "Thu, 01 Jan 1970 00:00:07 GMT");
          exchange.sendResponseHeaders(429, -1);
          exchange.close();
        });
    assertThat(send(PATIENT)).isEqualTo(Answer.of(429, Duration.ofSeconds(7)));
  }

  @Test
  void followsNoRedirect() {
    CompletableFuture<Void> followed = new CompletableFuture<>();
    server.createContext("/elsewhere", exchange -> followed.complete(null));
    handle(
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/elsewhere");
          exchange.sendResponseHeaders(307, -1);
          exchange.close();
        });
    assertThat(send(PATIENT)).isEqualTo(Answer.of(307, Duration.ZERO));
    assertThat(followed).isNotDone();
  }

  @Test
  void aServerThatHangsIsATimeout() {
    handle(exchange -> await());
    assertThat(send(IMPATIENT)).isEqualTo(Answer.none("timeout"));
  }

  @Test
  void aServerThatHangsInTheMiddleOfItsAnswerIsATimeout() {
    handle(
        exchange -> {
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write('x');
          exchange.getResponseBody().flush();
          await();
        });
    assertThat(send(IMPATIENT)).isEqualTo(Answer.none("timeout"));
  }

  @Test
  void aConnectionThatIsClosedIsNoAnswer() {
    handle(HttpExchange::close);
    Answer answer = send(PATIENT);
    assertThat(answer.status()).isZero();
    assertThat(answer.reason()).isEqualTo("IOException");
  }

  @Test
  void aServerThatIsNotThereIsNoAnswer() {
    server.stop(0);
    assertThat(send(PATIENT)).isEqualTo(Answer.none("ConnectException"));
  }

  private Answer send(Duration timeout) {
    Webhook webhook =
        Webhook.parse("http://localhost:%d/hook".formatted(server.getAddress().getPort()));
    ExtraHeaders extra = ExtraHeaders.of(List.of("X-Site: lab"), List.of(), name -> null);
    Sender sender = new HttpSender(webhook, extra, timeout, () -> Instant.EPOCH);
    return sender.send(Messages.delivery(1, "a")).join();
  }

  private void handle(HttpHandler handler) {
    server.createContext("/hook", handler);
  }

  private void await() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
