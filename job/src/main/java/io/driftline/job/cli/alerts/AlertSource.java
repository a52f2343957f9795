package io.driftline.job.cli.alerts;

import io.driftline.job.cli.BrokerOptions;
import io.driftline.job.cli.CommittedTopic;
import io.driftline.job.config.OutputTopics;
import io.driftline.job.topic.KafkaCheck;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import picocli.CommandLine.Mixin;

/** Where the topics of what is raised are. */
final class AlertSource {

  /** How to name other topics. */
  static final String OTHER_NAMES = "-D driftline.kafka.output-prefix=PREFIX";

  @Mixin private BrokerOptions brokers;

  /** What the topics are called. */
  OutputTopics topics() {
    return OutputTopics.of(brokers.configuration());
  }

  /** Opens the topics of these kinds at their beginning. */
  CommittedTopic open(Collection<AlertKind> kinds) {
    List<String> names = kinds.stream().map(kind -> kind.topic(topics())).toList();
    return CommittedTopic.open(brokers.servers(), names, client(), OTHER_NAMES);
  }

  /** Opens the topic of what was hidden at its beginning. */
  CommittedTopic openHidden() {
    return CommittedTopic.open(brokers.servers(), topics().hidden(), client(), OTHER_NAMES);
  }

  /** The anomaly of this id, if its topic still has it. */
  Optional<AlertRecord> anomaly(String id) {
    List<AlertKind> kinds = existing(List.of(AlertKind.ANOMALY));
    if (kinds.isEmpty()) {
      return Optional.empty();
    }
    try (CommittedTopic topic = open(kinds)) {
      Lookup lookup = new Lookup(new AlertReader(Unread.silently()), id).read(topic);
      return lookup.found().stream().map(told -> told.get(0)).findFirst();
    }
  }

  /** Those of {@code kinds} that have a topic. */
  List<AlertKind> existing(Collection<AlertKind> kinds) {
    try (KafkaCheck kafka = KafkaCheck.connect(brokers.servers(), client())) {
      List<String> missing =
          kafka.missing(kinds.stream().map(kind -> kind.topic(topics())).toList());
      return kinds.stream().filter(kind -> !missing.contains(kind.topic(topics()))).toList();
    }
  }

  private Properties client() {
    return brokers.client();
  }
}
