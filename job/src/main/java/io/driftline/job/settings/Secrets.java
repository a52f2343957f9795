package io.driftline.job.settings;

import io.driftline.job.config.DriftlineOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;

/** Which values are secret, and how they are kept out of what people see. */
public final class Secrets {

  /** Stands for a secret. */
  public static final String MASK = "******";

  private static final Pattern NAME =
      Pattern.compile(
          "password|passwd|passphrase|secret|token(?!\\.endpoint)|jaas|credential(?!-dormant-after)"
              + "|api[.-]?key|access[.-]?key|private[.-]?key|keystore\\.key|certificate\\.chain"
              + "|basic\\.auth");

  /** User and password in an address. */
  private static final Pattern IN_ADDRESS = Pattern.compile("(?<=://)[^/@\\s]+@");

  /** What {@code sasl.jaas.config} holds of values. */
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

  /** A part of a secret this long or longer is taken for the secret itself. */
  private static final int SHORTEST_PART = 4;

  private static final Set<String> ORDINARY =
      Set.of("org", "apache", "kafka", "common", "security", "required", "username", "password");

  private Secrets() {}

  /** Whether the value of this option may be shown to nobody. */
  public static boolean isSecret(String key) {
    if (key.startsWith("driftline.") && !key.startsWith(DriftlineOptions.KAFKA_PROPERTIES)) {
      // What Driftline itself takes is no secret, but for what is misspelt.
      return !KnownKeys.isOption(key) && isSecretName(key);
    }
    String name =
        key.startsWith(DriftlineOptions.KAFKA_PROPERTIES)
            ? key.substring(DriftlineOptions.KAFKA_PROPERTIES.length())
            : key;
    return isSecretName(name) || GlobalConfiguration.isSensitive(name) || isSecretToKafka(name);
  }

  /** The value as it may be shown. */
  public static String mask(String key, String value) {
    return isSecret(key) ? MASK : IN_ADDRESS.matcher(value).replaceAll(MASK + "@");
  }

  /**
   * A text without the secrets among {@code settings}, nor parts of them: an error about a setting
   * that is malformed likes to quote a piece of it.
   */
  public static String redact(String text, Collection<Setting> settings) {
    String redacted = text;
    for (String secret : secretsAmong(settings)) {
      redacted = redacted.replace(secret, MASK);
    }
    return redacted;
  }

  /** The same for the settings of a Kafka client, by Kafka's names. */
  public static String redact(String text, Properties client) {
    return redact(
        text,
        client.stringPropertyNames().stream()
            .map(
                name ->
                    new Setting(
                        DriftlineOptions.KAFKA_PROPERTIES + name,
                        client.getProperty(name),
                        Origin.DEFAULT))
            .toList());
  }

  private static List<String> secretsAmong(Collection<Setting> settings) {
    List<String> secrets = new ArrayList<>();
    for (Setting setting : settings) {
      if (isSecret(setting.key()) && !setting.value().isBlank()) {
        secrets.add(setting.value());
        QUOTED
            .matcher(setting.value())
            .results()
            .map(found -> found.group(1))
            .forEach(secrets::add);
        Stream.of(setting.value().split("[\\s\"';=,.]+"))
            .filter(part -> part.length() >= SHORTEST_PART && !ORDINARY.contains(part))
            .forEach(secrets::add);
      }
    }
    secrets.sort(Comparator.comparingInt(String::length).reversed());
    return secrets;
  }

  private static boolean isSecretName(String name) {
    return NAME.matcher(name.toLowerCase(Locale.ROOT)).find();
  }

  private static boolean isSecretToKafka(String name) {
    return Stream.of(
            ConsumerConfig.configDef(), ProducerConfig.configDef(), AdminClientConfig.configDef())
        .map(definition -> definition.configKeys().get(name))
        .anyMatch(key -> key != null && key.type == ConfigDef.Type.PASSWORD);
  }
}
