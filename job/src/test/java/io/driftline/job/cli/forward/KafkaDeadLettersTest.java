package io.driftline.job.cli.forward;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class KafkaDeadLettersTest {

  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final DeadLetters deadLetters = new KafkaDeadLetters("dead", producer);

  @Test
  void keepKeyBytesAndHeadersAndTellWhyAndFromWhere() {
    Delivery delivery = new Delivery(Messages.of(3, 42, "a", "{}"));
    delivery.message().headers().add("schema", "driftline.incident/1".getBytes(UTF_8));
    delivery.message().headers().add("forward-status", "500".getBytes(UTF_8));
    delivery.sent(0);
    delivery.sent(0);

    store(delivery, Answer.of(422, Duration.ZERO));

    ProducerRecord<byte[], byte[]> letter = producer.history().get(0);
    assertThat(letter.topic()).isEqualTo("dead");
    assertThat(letter.key()).asString().isEqualTo("a");
    assertThat(letter.value()).asString().isEqualTo("{}");
    assertThat(letter.timestamp()).isNull();
    assertThat(headers(letter))
        .containsExactlyInAnyOrder(
            "schema=driftline.incident/1",
            "forward-reason=HTTP 422",
            "forward-status=422",
            "forward-attempts=2",
            "forward-topic=driftline.incidents",
            "forward-partition=3",
            "forward-offset=42");
  }

  @Test
  void areStoredOnlyOnceTheBrokersSaySo() {
    CompletableFuture<Void> stored = store(Messages.delivery(1, "a"), Answer.none("timeout"));
    assertThat(stored).isNotDone();
    producer.completeNext();
    assertThat(stored).isCompleted();

    CompletableFuture<Void> refused = store(Messages.delivery(2, "a"), Answer.none("timeout"));
    producer.errorNext(new IllegalStateException("too large"));
    assertThat(refused).isCompletedExceptionally();
  }

  private CompletableFuture<Void> store(Delivery delivery, Answer last) {
    return deadLetters.store(delivery, last);
  }

  private static List<String> headers(ProducerRecord<byte[], byte[]> letter) {
    List<String> headers = new ArrayList<>();
    letter
        .headers()
        .forEach(header -> headers.add(header.key() + "=" + new String(header.value(), UTF_8)));
    return headers;
  }
}
