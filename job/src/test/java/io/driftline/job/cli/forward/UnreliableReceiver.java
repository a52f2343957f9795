package io.driftline.job.cli.forward;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * An HTTP server that fails now and then: how, depends on the seed, on what is sent and how often
 * it was sent before.
 */
final class UnreliableReceiver implements AutoCloseable {

  /** A request that was answered with 200. */
  record Received(String body, String idempotencyKey, String agent, String authorization) {}

  private final long seed;
  private final long hangMillis;
  private final Map<String, Integer> alwaysAnswered = new ConcurrentHashMap<>();
  private final Map<String, Integer> attempts = new ConcurrentHashMap<>();
  private final List<Received> received = new ArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  /**
   * @param seed of the failures; 0 for none
   * @param hangMillis how long it hangs before it closes the connection
   */
  UnreliableReceiver(long seed, long hangMillis) throws IOException {
    this.seed = seed;
    this.hangMillis = hangMillis;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/hook", this::handle);
    server.start();
  }

  String url() {
    return "http://localhost:%d/hook".formatted(server.getAddress().getPort());
  }

  /** From now on answers this body with this status; 200 to take it after all. */
  void answer(String body, int status) {
    alwaysAnswered.put(body, status);
  }

  int attempts(String body) {
    return attempts.getOrDefault(body, 0);
  }

  /** What was answered with 200, in that order. */
  synchronized List<Received> received() {
    return List.copyOf(received);
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      int attempt = attempts.merge(body, 1, Integer::sum);
      Integer always = alwaysAnswered.get(body);
      if (always != null) {
        reply(exchange, body, always);
      } else {
        answer(exchange, body, seed == 0 ? 99 : chance(body, attempt));
      }
    }
  }

  private int chance(String body, int attempt) {
    return new Random(31 * (31 * seed + body.hashCode()) + attempt).nextInt(100);
  }

  private void answer(HttpExchange exchange, String body, int chance) throws IOException {
    if (chance < 5) {
      return; // The connection is closed.
    } else if (chance < 7) {
      hang();
    } else if (chance < 12) {
      exchange.getResponseHeaders().set("Retry-After", chance < 10 ? "0" : "1");
      reply(exchange, body, 429);
    } else {
      reply(exchange, body, chance < 17 ? 500 : 200);
    }
  }

  private void reply(HttpExchange exchange, String body, int status) throws IOException {
    if (status == 200) {
      note(exchange, body);
    }
    exchange.sendResponseHeaders(status, -1);
  }

  private synchronized void note(HttpExchange exchange, String body) {
    received.add(
        new Received(
            body,
            exchange.getRequestHeaders().getFirst("Idempotency-Key"),
            exchange.getRequestHeaders().getFirst("X-Driftline-Agent"),
            exchange.getRequestHeaders().getFirst("Authorization")));
  }

  private void hang() {
    try {
      boolean unused = closed.await(hangMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
