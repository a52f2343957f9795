package io.driftline.job.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.job.config.DriftlineOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {

  private final List<SettingsFault> faults = new ArrayList<>();

  private List<Setting> read(String name, String value) {
    return Environment.read(Map.of(name, value), faults);
  }

  @Test
  void everyOptionHasAVariableOfItsOwn() {
    List<String> keys = DriftlineOptions.all().stream().map(ConfigOption::key).toList();

    assertThat(keys.stream().map(Environment::variable)).doesNotHaveDuplicates();
    for (String key : keys) {
      assertThat(read(Environment.variable(key), "1"))
          .extracting(Setting::key)
          .containsExactly(key);
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void everyPropertyOfKafkasClientsCanBeSet() {
    Stream.of(
            ConsumerConfig.configNames(),
            ProducerConfig.configNames(),
            AdminClientConfig.configNames())
        .flatMap(names -> names.stream())
        .forEach(
            name -> {
              String key = DriftlineOptions.KAFKA_PROPERTIES + name;
              assertThat(read(Environment.variable(key), "1"))
                  .extracting(Setting::key)
                  .containsExactly(key);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "SASL_JAAS_CONFIG, sasl.jaas.config",
    "MY__OWN_PROPERTY, my_own.property",
    "MY___OWN_PROPERTY, my-own.property"
  })
  void underscoresOfAPropertyAreDotsUnlessDoubled(String variable, String property) {
    assertThat(read("DRIFTLINE_KAFKA_PROPERTIES_" + variable, "1"))
        .extracting(Setting::key)
        .containsExactly("driftline.kafka.properties." + property);
  }

  @Test
  void aVariableThatSetsNothingIsAFault() {
    assertThat(read("DRIFTLINE_KAFKA_BOOTSTRAP_SERVER", "k:1")).isEmpty();
    assertThat(faults)
        .containsExactly(
            new SettingsFault(
                "environment variable DRIFTLINE_KAFKA_BOOTSTRAP_SERVER sets no option",
                "did you mean DRIFTLINE_KAFKA_BOOTSTRAP_SERVERS?"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DRIFTLINE_CONFIG",
        "DRIFTLINE_OPTS",
        "DRIFTLINE_SERVICE_HOST",
        "DRIFTLINE_WEB_SERVICE_PORT_HTTP",
        "DRIFTLINE_PORT",
        "DRIFTLINE_PORT_8081_TCP_ADDR",
        "PATH"
      })
  void variablesOfOthersAreLeftAlone(String name) {
    assertThat(read(name, "x")).isEmpty();
    assertThat(faults).isEmpty();
  }

  @Test
  void anEmptyVariableCountsAsNotSet() {
    assertThat(read("DRIFTLINE_SEED", "")).isEmpty();
    assertThat(faults).isEmpty();
  }
}
