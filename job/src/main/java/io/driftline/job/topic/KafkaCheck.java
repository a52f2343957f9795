package io.driftline.job.topic;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TimeoutException;

/** Asks the brokers a few questions before a job does, which would retry for minutes in silence. */
public final class KafkaCheck implements AutoCloseable {

  /** Settings of topics of which the latest record of each key counts. */
  public static final Map<String, String> COMPACTED = Map.of("cleanup.policy", "compact");

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

  private static final Duration PAUSE = Duration.ofMillis(50);

  private final String bootstrapServers;
  private final Duration patience;
  private final ClientErrors errors;
  private final Admin admin;

  private KafkaCheck(String bootstrapServers, Duration patience, ClientErrors errors, Admin admin) {
    this.bootstrapServers = bootstrapServers;
    this.patience = patience;
    this.errors = errors;
    this.admin = admin;
  }

  /**
   * Connects; the brokers have 5 s for each answer.
   *
   * @param client further settings of the client, for example how to authenticate
   * @throws BrokerFailure if the address cannot be one, or a setting of the client is wrong
   */
  public static KafkaCheck connect(String bootstrapServers, Properties client) {
    return connect(bootstrapServers, client, ANSWER_WITHIN);
  }

  /**
   * Connects.
   *
   * @param client further settings of the client, for example how to authenticate
   * @param patience how long the brokers have for each answer
   * @throws BrokerFailure if the address cannot be one, or a setting of the client is wrong
   */
  public static KafkaCheck connect(String bootstrapServers, Properties client, Duration patience) {
    Properties settings = new Properties();
    settings.putAll(client);
    settings.put("bootstrap.servers", bootstrapServers);
    settings.put("request.timeout.ms", (int) patience.toMillis());
    settings.put("default.api.timeout.ms", (int) patience.toMillis());
    ClientErrors errors = new ClientErrors(client);
    try {
      return new KafkaCheck(bootstrapServers, patience, errors, Admin.create(settings));
    } catch (KafkaException e) {
      throw errors.failure("cannot use brokers " + bootstrapServers, remedy(client), e);
    }
  }

  private static String remedy(Properties client) {
    String address = "give host:port, separated by commas";
    return client.isEmpty() ? address : address + ", and check driftline.kafka.properties.*";
  }

  /**
   * Makes sure that a topic is there to be read or written.
   *
   * @param option how to name another
   * @throws BrokerFailure if no broker answers, or the topic does not exist
   */
  public void requireTopic(String topic, String option) {
    if (!topics().contains(topic)) {
      throw new BrokerFailure(
          "topic %s does not exist at %s".formatted(topic, bootstrapServers),
          "create it, or name another with " + option,
          null);
    }
  }

  /**
   * Creates those of {@code wanted} that are missing, with the brokers' defaults.
   *
   * @return what was created
   */
  public List<String> createMissing(Collection<String> wanted) {
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
    awaitThere(missing);
    return missing;
  }

  /** A topic is created by one broker and made known by another, a little later. */
  private void awaitThere(List<String> created) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!missing(created).isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new BrokerFailure(
            "created, and still not there at %s: %s".formatted(bootstrapServers, missing(created)),
            "are all brokers up?",
            null);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
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
      throw new BrokerFailure("interrupted while asking " + bootstrapServers, "try again", e);
    }
  }

  private BrokerFailure failure(Throwable cause) {
    if (cause instanceof TimeoutException) {
      return new BrokerFailure(
          "no Kafka broker answers at %s within %s s"
              .formatted(
                  bootstrapServers,
                  BigDecimal.valueOf(patience.toMillis(), 3).stripTrailingZeros().toPlainString()),
          "is it running, reachable from here, and is security.protocol what it wants?",
          errors.orNone(cause));
    }
    return errors.failure("brokers at " + bootstrapServers, "may this client do that?", cause);
  }
}
