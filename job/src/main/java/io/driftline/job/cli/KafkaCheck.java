package io.driftline.job.cli;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TimeoutException;

/** Asks the brokers a few questions before a job does, which would retry for minutes in silence. */
public final class KafkaCheck implements AutoCloseable {

  private static final int ANSWER_WITHIN_MILLIS = 5_000;

  private final String bootstrapServers;
  private final Admin admin;

  private KafkaCheck(String bootstrapServers, Admin admin) {
    this.bootstrapServers = bootstrapServers;
    this.admin = admin;
  }

  /**
   * Connects.
   *
   * @param client further settings of the client, for example how to authenticate
   * @throws CommandFailure if the address cannot be one
   */
  public static KafkaCheck connect(String bootstrapServers, Properties client) {
    Properties settings = new Properties();
    settings.putAll(client);
    settings.put("bootstrap.servers", bootstrapServers);
    settings.put("request.timeout.ms", ANSWER_WITHIN_MILLIS);
    settings.put("default.api.timeout.ms", ANSWER_WITHIN_MILLIS);
    try {
      return new KafkaCheck(bootstrapServers, Admin.create(settings));
    } catch (KafkaException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new CommandFailure(
          "cannot use brokers " + bootstrapServers + ": " + cause.getMessage(),
          "give host:port, separated by commas",
          e);
    }
  }

  /**
   * Makes sure that a topic is there to be read or written.
   *
   * @param option how to name another
   * @throws CommandFailure if no broker answers, or the topic does not exist
   */
  void requireTopic(String topic, String option) {
    if (!topics().contains(topic)) {
      throw new CommandFailure(
          "topic %s does not exist at %s".formatted(topic, bootstrapServers),
          "create it, or name another with " + option);
    }
  }

  /**
   * Creates those of {@code wanted} that are missing, with the brokers' defaults.
   *
   * @return what was created
   */
  List<String> createMissing(Collection<String> wanted) {
    return createMissing(wanted, Map.of());
  }

  /**
   * Creates those of {@code wanted} that are missing.
   *
   * @param config topic settings, over the brokers' defaults
   * @return what was created
   */
  public List<String> createMissing(Collection<String> wanted, Map<String, String> config) {
    List<String> missing = missing(wanted);
    answer(
        admin
            .createTopics(
                missing.stream()
                    .map(topic -> new NewTopic(topic, Optional.empty(), Optional.empty()))
                    .map(topic -> topic.configs(config))
                    .toList())
            .all());
    return missing;
  }

  /** Those of {@code wanted} that do not exist. */
  public List<String> missing(Collection<String> wanted) {
    Set<String> present = topics();
    return wanted.stream().filter(topic -> !present.contains(topic)).toList();
  }

  /** The value of a topic's setting, for example {@code cleanup.policy}. */
  public String setting(String topic, String key) {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    return answer(admin.describeConfigs(List.of(resource)).all()).get(resource).get(key).value();
  }

  @Override
  public void close() {
    admin.close();
  }

  private Set<String> topics() {
    return answer(admin.listTopics().names());
  }

  private <T> T answer(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure("interrupted while asking " + bootstrapServers, "try again", e);
    }
  }

  private CommandFailure failure(Throwable cause) {
    if (cause instanceof TimeoutException) {
      return new CommandFailure(
          "no Kafka broker answers at %s within %d s"
              .formatted(bootstrapServers, ANSWER_WITHIN_MILLIS / 1000),
          "is it running, and reachable from here?",
          cause);
    }
    return new CommandFailure(
        "brokers at " + bootstrapServers + ": " + cause.getMessage(),
        "may this client do that?",
        cause);
  }
}
