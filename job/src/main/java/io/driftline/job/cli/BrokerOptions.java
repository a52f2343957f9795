package io.driftline.job.cli;

import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.config.KafkaClient;
import io.driftline.job.settings.EffectiveSettings;
import io.driftline.job.settings.Origin;
import io.driftline.job.settings.Setting;
import io.driftline.job.settings.SettingsRefused;
import java.util.List;
import java.util.Properties;
import org.apache.flink.configuration.Configuration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Settings of the job, for a command that talks to Kafka. */
public final class BrokerOptions {

  private static final String FLAG = "--bootstrap-servers";

  @Option(
      names = FLAG,
      paramLabel = "HOST:PORT",
      description =
          "Kafka brokers to start from, separated by commas; the same as"
              + " -D driftline.kafka.bootstrap-servers=…")
  private String bootstrapServers;

  @Mixin private JobOptions job;

  private EffectiveSettings settings;

  /**
   * What file, flags and environment amount to.
   *
   * @throws SettingsRefused with all that is wrong with them
   */
  public EffectiveSettings settings() {
    if (settings == null) {
      settings = job.settings(flags());
    }
    return settings;
  }

  /** The same as a fresh configuration. */
  public Configuration configuration() {
    return settings().configuration();
  }

  /** Whether brokers are named on the command line: whoever names them wants to read topics. */
  public boolean areNamed() {
    return bootstrapServers != null;
  }

  /** Whether brokers are set, wherever. */
  public boolean areSet() {
    return !settings().of(DriftlineOptions.BOOTSTRAP_SERVERS.key()).value().isBlank();
  }

  /**
   * The brokers.
   *
   * @throws UsageFailure if none are set
   */
  public String servers() {
    String servers = settings().of(DriftlineOptions.BOOTSTRAP_SERVERS.key()).value();
    if (servers.isBlank()) {
      throw new UsageFailure(
          "no Kafka brokers are set",
          "give " + FLAG + ", or set " + DriftlineOptions.BOOTSTRAP_SERVERS.key());
    }
    return servers;
  }

  /** Further settings of Kafka's clients, for example how to authenticate. */
  public Properties client() {
    return KafkaClient.properties(configuration());
  }

  private List<Setting> flags() {
    return bootstrapServers == null
        ? List.of()
        : List.of(
            new Setting(
                DriftlineOptions.BOOTSTRAP_SERVERS.key(), bootstrapServers, Origin.flag(FLAG)));
  }
}
