package io.driftline.job.cli.forward;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class RecordHeadersTest {

  private static final String KEY = "Idempotency-Key";

  @Test
  void tellOfAgentAndSchema() {
    ConsumerRecord<byte[], byte[]> message = Messages.of(0, 1, "a", "{}");
    message.headers().add("schema", "driftline.incident/1".getBytes(UTF_8));
    assertThat(RecordHeaders.of(message))
        .containsOnlyKeys("Content-Type", KEY, "X-Driftline-Agent", "X-Driftline-Schema")
        .containsEntry("Content-Type", "application/json")
        .containsEntry("X-Driftline-Agent", "a")
        .containsEntry("X-Driftline-Schema", "driftline.incident/1");
  }

  @Test
  void leaveOutWhatTheRecordDoesNotSay() {
    assertThat(RecordHeaders.of(Messages.of(0, 1, null, "{}")))
        .containsOnlyKeys("Content-Type", KEY);
  }

  @Test
  void escapeWhatAHeaderCannotHold() {
    assertThat(RecordHeaders.of(Messages.of(0, 1, "caf\u00e9 100%\r\nX: y", "{}")))
        .containsEntry("X-Driftline-Agent", "caf%C3%A9%20100%25%0D%0AX:%20y");
  }

  @Test
  void theIdempotencyKeyIsThatOfTheContent() {
    String key = RecordHeaders.of(Messages.of(0, 1, "a", "{}")).get(KEY);
    assertThat(key).matches("[0-9a-f]{32}");
    assertThat(RecordHeaders.of(Messages.of(3, 99, "a", "{}"))).containsEntry(KEY, key);
    assertThat(RecordHeaders.of(Messages.of(0, 1, "a", "{} ")).get(KEY)).isNotEqualTo(key);
    assertThat(RecordHeaders.of(Messages.of(0, 1, "a{", "}")).get(KEY)).isNotEqualTo(key);
  }
}
