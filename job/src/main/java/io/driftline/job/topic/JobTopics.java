package io.driftline.job.topic;

import static io.driftline.job.config.DriftlineOptions.ACTIVITY_TOPICS;
import static io.driftline.job.config.DriftlineOptions.AGENTS_TOPIC;
import static io.driftline.job.config.DriftlineOptions.AUDIT;
import static io.driftline.job.config.DriftlineOptions.BOOTSTRAP_SERVERS;
import static io.driftline.job.config.DriftlineOptions.CONTROL_TOPIC;
import static io.driftline.job.config.DriftlineOptions.PEOPLE_TOPIC;
import static io.driftline.job.config.DriftlineOptions.RELATIONSHIPS;

import io.driftline.job.config.KafkaClient;
import io.driftline.job.config.KafkaStartOptions;
import io.driftline.job.config.OutputTopics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;

/**
 * The topics that a job with these settings reads and writes.
 *
 * <p>A source waits without end for a topic that is missing, and a sink holds the whole job up: so
 * it is asked first.
 */
public final class JobTopics {

  private static final Map<String, String> AS_THE_BROKERS_SAY = Map.of();
  private static final Map<String, String> KEPT = Map.of("retention.ms", "-1");

  private final Configuration config;
  private final List<NeededTopic> topics = new ArrayList<>();

  private JobTopics(Configuration config) {
    this.config = config;
    inputs();
    outputs(OutputTopics.of(config));
  }

  /** Those of a job with these settings. */
  public static JobTopics of(Configuration config) {
    return new JobTopics(config);
  }

  /**
   * Makes sure that they are there, as far as {@link KafkaStartOptions} say.
   *
   * @return the topics that were created
   * @throws BrokerFailure if one is missing, or no broker answers; it names all that are missing,
   *     and the commands that create them
   */
  public List<String> prepare() {
    boolean create = config.get(KafkaStartOptions.CREATE_TOPICS);
    return create || config.get(KafkaStartOptions.CHECK_TOPICS) ? prepare(create) : List.of();
  }

  /**
   * Makes sure that they are there.
   *
   * @param create whether outputs that are missing are created, once no input is
   * @return the topics that were created
   * @throws BrokerFailure if one is missing, or no broker answers
   */
  public List<String> prepare(boolean create) {
    String brokers = KafkaClient.require(config, BOOTSTRAP_SERVERS);
    try (KafkaCheck kafka =
        KafkaCheck.connect(
            brokers, KafkaClient.properties(config), config.get(KafkaStartOptions.CHECK_TIMEOUT))) {
      List<String> names = kafka.missing(topics.stream().map(NeededTopic::name).toList());
      List<NeededTopic> missing = topics.stream().filter(it -> names.contains(it.name())).toList();
      if (missing.stream().anyMatch(it -> !create || !it.isOutput())) {
        throw failure(brokers, missing);
      }
      missing.forEach(it -> kafka.createMissing(List.of(it.name()), it.config()));
      return names;
    }
  }

  /** Their names, inputs first. */
  List<String> names() {
    return topics.stream().map(NeededTopic::name).toList();
  }

  private static BrokerFailure failure(String brokers, List<NeededTopic> missing) {
    String names = missing.stream().map(NeededTopic::name).collect(Collectors.joining(", "));
    String commands =
        missing.stream()
            .map(topic -> "\n  " + topic.command(brokers))
            .collect(Collectors.joining());
    String orByItself =
        missing.stream().anyMatch(Predicate.not(NeededTopic::isOutput))
            ? ""
            : ", or set %s to true".formatted(KafkaStartOptions.CREATE_TOPICS.key());
    return new BrokerFailure(
        "missing at %s, or hidden from this client: %s".formatted(brokers, names),
        "create what is missing%s:%s".formatted(orByItself, commands),
        null);
  }

  private void inputs() {
    config.get(ACTIVITY_TOPICS).forEach(name -> input(name, AS_THE_BROKERS_SAY));
    input(config.get(AGENTS_TOPIC), KafkaCheck.COMPACTED);
    input(config.get(PEOPLE_TOPIC), KafkaCheck.COMPACTED);
    input(config.get(CONTROL_TOPIC), KEPT);
  }

  /** Outputs as the topology has them: by the registry, and as asked for. */
  private void outputs(OutputTopics outputs) {
    log(outputs.incidents());
    compacted(outputs.hidden());
    log(outputs.anomalies());
    log(outputs.drift());
    log(outputs.deadLetters());
    if (config.get(AGENTS_TOPIC) != null || config.get(PEOPLE_TOPIC) != null) {
      log(outputs.findings());
      compacted(outputs.credentials());
    }
    if (config.get(RELATIONSHIPS)) {
      compacted(outputs.relationships());
    }
    if (config.get(AUDIT)) {
      log(outputs.audit());
      compacted(outputs.seals());
    }
  }

  private void input(String name, Map<String, String> settings) {
    if (name != null) {
      topics.add(new NeededTopic(name, false, settings));
    }
  }

  private void log(String name) {
    topics.add(new NeededTopic(name, true, AS_THE_BROKERS_SAY));
  }

  private void compacted(String name) {
    topics.add(new NeededTopic(name, true, KafkaCheck.COMPACTED));
  }
}
