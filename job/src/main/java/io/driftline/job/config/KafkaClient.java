package io.driftline.job.config;

import java.util.Properties;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/** What both ends of Kafka take from the configuration. */
public final class KafkaClient {

  private KafkaClient() {}

  /** Every key below {@link DriftlineOptions#KAFKA_PROPERTIES}, without that prefix. */
  public static Properties properties(Configuration config) {
    Properties properties = new Properties();
    config
        .toMap()
        .forEach(
            (key, value) -> {
              if (key.startsWith(DriftlineOptions.KAFKA_PROPERTIES)) {
                properties.setProperty(
                    key.substring(DriftlineOptions.KAFKA_PROPERTIES.length()), value);
              }
            });
    return properties;
  }

  /**
   * The value of an option without default.
   *
   * @throws IllegalArgumentException if it is not set
   */
  public static String require(Configuration config, ConfigOption<String> option) {
    String value = config.get(option);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(
          "%s is not set: give it as --%s VALUE".formatted(option.key(), option.key()));
    }
    return value;
  }
}
