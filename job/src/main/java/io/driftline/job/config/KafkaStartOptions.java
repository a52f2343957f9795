package io.driftline.job.config;

import static org.apache.flink.configuration.ConfigOptions.key;

import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;

/** The options of {@link DriftlineOptions} that say what is made sure of before the job starts. */
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

  private KafkaStartOptions() {}
}
