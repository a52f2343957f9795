package io.driftline.job.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.InstantiationUtil;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class ActivityKafkaDeserializerTest {

  @Test
  void decodesARecord() throws Exception {
    assertThat(deserialize(Samples.FULL.getBytes(UTF_8)))
        .containsExactly(Decoded.of(Samples.fullAction()));
  }

  @Test
  void makesADeadLetterOfATombstone() throws Exception {
    List<Decoded> decoded = deserialize(null);
    assertThat(decoded).hasSize(1);
    assertThat(decoded.get(0).deadLetter().reason()).isEqualTo(Rejection.EMPTY);
    assertThat(decoded.get(0).deadLetter().position()).isEqualTo(Samples.PLACE);
  }

  @Test
  void saysWhatItProduces() {
    assertThat(new ActivityKafkaDeserializer(Samples.NOW).getProducedType())
        .isEqualTo(TypeInformation.of(Decoded.class));
  }

  private static List<Decoded> deserialize(byte[] value)
      throws IOException, ClassNotFoundException {
    ActivityKafkaDeserializer shipped =
        InstantiationUtil.clone(new ActivityKafkaDeserializer(Samples.NOW));
    shipped.open(null);
    List<Decoded> out = new ArrayList<>();
    shipped.deserialize(
        new ConsumerRecord<>("agent-activity", 3, 42, null, value), new ListCollector<>(out));
    return out;
  }
}
