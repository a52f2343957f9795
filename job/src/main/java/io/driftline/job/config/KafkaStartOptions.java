package io.driftline.job.config;

import static org.apache.flink.configuration.ConfigOptions.key;

import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;

/** The options of {@link DriftlineOptions} that say how the job starts. */
public final class KafkaStartOptions {

  public static final ConfigOption<Boolean> CHECK_TOPICS =
      key("driftline.kafka.check-topics")
          .booleanType()
          .defaultValue(true)
          .withDescription(
              "Whether the job asks the brokers, before it starts, if its topics are there, and does"
                  + " not start without them. Turn it off where the machine that submits the job"
                  + " cannot reach the brokers.");

  public static final ConfigOption<Boolean> CREATE_TOPICS =
      key("driftline.kafka.create-topics")
          .booleanType()
          .defaultValue(false)
          .withDescription(
              "Whether the job creates, before it starts, the output topics that are missing, with"
                  + " the brokers' own number of partitions and retention. Topics that it reads are"
                  + " never created.");

  public static final ConfigOption<Duration> CHECK_TIMEOUT =
      key("driftline.kafka.check-timeout")
          .durationType()
          .defaultValue(Duration.ofSeconds(15))
          .withDescription("How long the brokers have to answer that question.");

  public static final ConfigOption<String> START_FROM =
      key("driftline.kafka.start-from")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "Instant (RFC 3339) of the records' timestamps from which a job without a position in"
                  + " the activity topics reads them, for example after a bootstrap. Not set, from"
                  + " where the consumer group is, or from the beginning.");

  public static final ConfigOption<Duration> REGISTRY_QUIET =
      key("driftline.kafka.registry-quiet")
          .durationType()
          .noDefaultValue()
          .withDescription(
              "When nothing has come from the topics of agents and people for this long they count"
                  + " as read, at the latest after ten times that; until then event time does not"
                  + " begin. Not set, driftline.idleness.");

  private KafkaStartOptions() {}
}
