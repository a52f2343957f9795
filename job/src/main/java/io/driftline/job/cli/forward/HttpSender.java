package io.driftline.job.cli.forward;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Posts records to a webhook. Redirects are not followed: they might lead anywhere. */
final class HttpSender implements Sender {

  private final Webhook webhook;
  private final ExtraHeaders extra;
  private final Duration timeout;
  private final InstantSource clock;
  private final HttpClient client;

  /**
   * @param timeout from the first byte sent to the last of the answer
   * @param clock what a date in an answer is compared with
   */
  HttpSender(Webhook webhook, ExtraHeaders extra, Duration timeout, InstantSource clock) {
    this.webhook = webhook;
    this.extra = extra;
    this.timeout = timeout;
    this.clock = clock;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  @Override
  public CompletableFuture<Answer> send(Delivery delivery) {
    CompletableFuture<HttpResponse<Void>> exchange =
        client.sendAsync(request(delivery), BodyHandlers.discarding());
    // The timeout of a request of this client ends with the headers of the answer; this one holds
    // for its body too.
    CompletableFuture<Answer> answer =
        new CompletableFuture<Answer>()
            .completeOnTimeout(Answer.none("timeout"), timeout.toMillis(), TimeUnit.MILLISECONDS);
    exchange.whenComplete((response, error) -> answer.complete(answer(response, error)));
    answer.whenComplete((value, cancelled) -> exchange.cancel(true));
    return answer;
  }

  private HttpRequest request(Delivery delivery) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(webhook.uri())
            .POST(BodyPublishers.ofByteArray(delivery.message().value()));
    RecordHeaders.of(delivery.message()).forEach(request::setHeader);
    extra.values().forEach(request::setHeader);
    return request.build();
  }

  private Answer answer(HttpResponse<Void> response, Throwable error) {
    if (error != null) {
      return Answer.none(reason(error));
    }
    String retryAfter = response.headers().firstValue("Retry-After").orElse(null);
    return Answer.of(response.statusCode(), RetryAfter.parse(retryAfter, clock.instant()));
  }

  /** The kind of error only: who knows what a message holds. */
  private static String reason(Throwable error) {
    Throwable cause = error instanceof CompletionException ? error.getCause() : error;
    return cause.getClass().getSimpleName();
  }
}
