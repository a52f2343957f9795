package io.driftline.job.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.job.JobDefaults;
import io.driftline.job.settings.EffectiveSettings;
import io.driftline.job.settings.Environment;
import io.driftline.job.settings.Flags;
import io.driftline.job.settings.SettingsFile;
import io.driftline.job.settings.SettingsResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.description.HtmlFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page about the options says what the code says; see its first line for how it is made. */
class ConfigurationDocTest {

  private static final Path PAGE = Path.of("..", "docs", "configuration.md");

  private static final String INTRODUCTION =
      """
      <!-- Generated from io.driftline.job.config.DriftlineOptions. To bring it up to date:
      ./mvnw -q test -Dtest='*DocTest' -Dsurefire.failIfNoSpecifiedTests=false \
      -Ddriftline.docs.update=true -->
      # Configuration

      An option can be set in four ways. The weakest first:

      1. its *default*, in the table below;
      2. a *file* in YAML, one for all, that `--config FILE` or the environment variable
         `DRIFTLINE_CONFIG` names;
      3. a *flag*: `--key value` after the jar, `-D key=value` for the `driftline` command, whose
         `--bootstrap-servers` is short for `-D driftline.kafka.bootstrap-servers`;
      4. a *variable* of the environment, with the name that the table says.

      `driftline config` takes the same file, flags and variables, checks them, and prints what holds
      and where it was set, with passwords masked. Variables and files are read where the job is
      submitted: by `flink run`, or by the JobManager in application mode.

      ```sh
      DRIFTLINE_THRESHOLD_ALERT=80 ./driftline config --config driftline.yaml --only-set
      ```

      A setting that cannot be meant is refused before anything starts: a key that does not exist, a
      value that is none of its type, two settings that contradict each other, the same key twice. All
      faults are told at once, each with its option, where it was set, and what to do.

      Durations are a number and a unit (`500 ms`, `10 s`, `15 min`, `12 h`, `14 d`), lists are
      separated by semicolons (`mail-activity;crm-activity`). All times but the idleness, the
      transaction timeout and the timeout of the check are event time. Files are read once, where the
      job is submitted. `evaluate` and `train` always use the order EVENT_TIME. What is an argument of
      one command alone, such as `--registry` and `--seed` of `evaluate`, concerns that run and is
      stronger than all of the above.

      ## A settings file

      Keys may be nested, flat, or both; lists may be YAML lists. A key that is set twice, in whatever
      form, is refused, and so are references (`*name`). At most %d bytes, %d deep.

      ```yaml
      %s```

      ## Every option

      | option | default | environment variable | meaning |
      |---|---|---|---|
      """;

  private static final String EXAMPLE =
      """
      driftline:
        order: ARRIVAL
        threshold.alert: 80
        registry: /etc/driftline/registry.jsonl
        baseline:
          half-life: 14 d
          look-back: 180 d
        audit.enabled: true
        kafka:
          bootstrap-servers: [kafka-1:9093, kafka-2:9093]
          activity-topics:
            - mail-activity
            - crm-activity
          agents-topic: agent-registry
          people-topic: people-registry
          properties:
            security.protocol: SASL_SSL
            sasl.mechanism: SCRAM-SHA-512
            ssl.truststore.location: /etc/driftline/truststore.p12
            # The password itself stays in /run/secrets/kafka.properties, see docs/security.md.
            config.providers: file
            config.providers.file.class: org.apache.kafka.common.config.provider.FileConfigProvider
            ssl.truststore.password: ${file:/run/secrets/kafka.properties:truststore}
            sasl.jaas.config: >-
              org.apache.kafka.common.security.scram.ScramLoginModule required
              username="driftline" password="${file:/run/secrets/kafka.properties:password}";
      execution.checkpointing.interval: 20 s
      """;

  private static final String KAFKA =
      """

      ## Environment variables

      The name of a variable is the key in capitals, with `_` for each `.` and `-`. No two options
      share one. In the names of Kafka's properties, which are not in the table, `_` is a dot, `__` an
      underscore, and `___` a dash: `DRIFTLINE_KAFKA_PROPERTIES_SASL_JAAS_CONFIG` is
      `%ssasl.jaas.config`. A variable that is empty counts as not set. One that begins
      with `DRIFTLINE_` and sets nothing is refused, but for `DRIFTLINE_CONFIG`, `DRIFTLINE_OPTS` (the
      command's JVM), and those that Kubernetes gives to every pod beside a service called driftline
      (`DRIFTLINE_SERVICE_HOST`, `DRIFTLINE_PORT_…`).

      ## Kafka clients

      What begins with `%s` goes to Kafka's clients without that prefix, those of the
      job and those of the commands: `--%ssecurity.protocol SASL_SSL`.
      [docs/security.md](security.md) has TLS, SASL and passwords. What Driftline sets itself is refused
      there: the brokers, the group, isolation level, transactions, and how records are read and written.

      ## Flink's own options

      A key that does not begin with `driftline.` is Flink's. The job sets these for itself, over what
      the cluster's `config.yaml` and `flink run -D` say. To change one, give it to the job like the
      options above (`--execution.checkpointing.interval 60s`, or in the file), or to `driftline run`
      with `-D`.

      | option | value |
      |---|---|
      """;

  @Test
  void thePageIsUpToDate() throws IOException {
    String expected = page();
    if (Boolean.getBoolean("driftline.docs.update")) {
      Files.writeString(PAGE, expected);
    }
    assertThat(PAGE).as("its first line says how to update it").content().isEqualTo(expected);
  }

  @Test
  void theExampleIsAFileThatTheJobTakes(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("driftline.yaml"), EXAMPLE);

    EffectiveSettings settings =
        SettingsResolver.resolve(Flags.parse("--config", file.toString()), Map.of());

    Configuration config = settings.configuration();
    assertThat(settings.warnings()).isEmpty();
    assertThat(config.get(DriftlineOptions.ACTIVITY_TOPICS))
        .containsExactly("mail-activity", "crm-activity");
    assertThat(KafkaClient.properties(config).getProperty("sasl.jaas.config"))
        .endsWith(
            "username=\"driftline\" password=\"${file:/run/secrets/kafka.properties:password}\";");
  }

  private static String page() {
    String prefix = DriftlineOptions.KAFKA_PROPERTIES;
    return INTRODUCTION.formatted(SettingsFile.MOST_BYTES, SettingsFile.DEEPEST, EXAMPLE)
        + DriftlineOptions.all().stream().map(each -> row(each)).collect(Collectors.joining())
        + KAFKA.formatted(prefix, prefix, prefix)
        + new TreeMap<>(JobDefaults.under(new Configuration()).toMap())
            .entrySet().stream()
                .map(set -> "| `%s` | `%s` |\n".formatted(set.getKey(), set.getValue()))
                .collect(Collectors.joining());
  }

  private static String row(ConfigOption<?> option) {
    return "| `%s` | %s | `%s` | %s |\n"
        .formatted(
            option.key(),
            option.hasDefaultValue()
                ? "`" + EffectiveSettings.text(option.defaultValue()) + "`"
                : "none",
            Environment.variable(option.key()),
            new HtmlFormatter().format(option.description()).replace("|", "\\|"));
  }
}
