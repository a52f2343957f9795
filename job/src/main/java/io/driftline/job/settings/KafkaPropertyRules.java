package io.driftline.job.settings;

import static io.driftline.job.config.DriftlineOptions.BOOTSTRAP_SERVERS;
import static io.driftline.job.config.DriftlineOptions.GROUP;
import static io.driftline.job.config.DriftlineOptions.KAFKA_PROPERTIES;
import static io.driftline.job.config.DriftlineOptions.TRANSACTION_TIMEOUT;

import io.driftline.job.config.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** What is handed on to Kafka is known there, and not Driftline's to set. */
final class KafkaPropertyRules {

  private static final String NO_CHOICE = "leave it out: exactly-once output depends on it";
  private static final String OWN_FORMAT =
      "leave it out: records are bytes that Driftline reads itself";

  private static final Map<String, String> RESERVED =
      Map.of(
          "bootstrap.servers", "set " + BOOTSTRAP_SERVERS.key(),
          "group.id", "set " + GROUP.key(),
          "transaction.timeout.ms", "set " + TRANSACTION_TIMEOUT.key(),
          "isolation.level", NO_CHOICE,
          "transactional.id", NO_CHOICE,
          "enable.idempotence", NO_CHOICE,
          "key.serializer", OWN_FORMAT,
          "value.serializer", OWN_FORMAT,
          "key.deserializer", OWN_FORMAT,
          "value.deserializer", OWN_FORMAT);

  /** Named by the user or by a plug-in: any word may follow. */
  private static final List<String> OPEN = List.of("config.providers.", "partition.discovery.");

  private static final TreeSet<String> KNOWN = known();

  private KafkaPropertyRules() {}

  static void check(SettingsCheck check) {
    check.settings().set().stream()
        .filter(each -> each.key().startsWith(KAFKA_PROPERTIES))
        .forEach(each -> check(check, each, each.key().substring(KAFKA_PROPERTIES.length())));
  }

  private static void check(SettingsCheck check, Setting setting, String name) {
    if (RESERVED.containsKey(name)) {
      check.fault(
          "%s (%s) is set by Driftline".formatted(setting.key(), setting.origin()),
          RESERVED.get(name));
    } else if (!KNOWN.contains(name) && OPEN.stream().noneMatch(name::startsWith)) {
      unknown(check, setting, name);
    }
  }

  /** A plug-in may have properties of its own; what is nearly one of Kafka's is a slip. */
  private static void unknown(SettingsCheck check, Setting setting, String name) {
    String what = "Kafka's clients know no property %s (%s)".formatted(name, setting.origin());
    Suggestion.nearest(name, KNOWN)
        .filter(near -> Suggestion.distance(name, near) <= 2)
        .ifPresentOrElse(
            near -> check.fault(what, "did you mean " + KAFKA_PROPERTIES + near + "?"),
            () -> check.settings().warn(what));
  }

  private static TreeSet<String> known() {
    TreeSet<String> names = new TreeSet<>();
    Stream.of(
            ConsumerConfig.configNames(),
            ProducerConfig.configNames(),
            AdminClientConfig.configNames())
        .forEach(names::addAll);
    return names;
  }
}
