package io.driftline.job.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;

class DriftlineOptionsTest {

  @Test
  void anOptionThatDoesNotExistIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DriftlineOptions.requireKnown(of("driftline.treshold.alert")))
        .withMessage("unknown option driftline.treshold.alert: docs/configuration.md lists them");
  }

  @Test
  void optionsOfKafkaAndFlinkPass() {
    Configuration kafka = of("driftline.kafka.properties.security.protocol");
    Configuration flink = of("execution.checkpointing.interval");

    assertThat(DriftlineOptions.requireKnown(kafka)).isSameAs(kafka);
    assertThat(DriftlineOptions.requireKnown(flink)).isSameAs(flink);
  }

  private static Configuration of(String key) {
    return Configuration.fromMap(Map.of(key, "1"));
  }
}
