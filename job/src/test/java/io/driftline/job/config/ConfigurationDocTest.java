package io.driftline.job.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.job.JobDefaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.description.HtmlFormatter;
import org.apache.flink.util.TimeUtils;
import org.junit.jupiter.api.Test;

/** The page about the options says what the code says; see its first line for how it is made. */
class ConfigurationDocTest {

  private static final Path PAGE = Path.of("..", "docs", "configuration.md");

  private static final String INTRODUCTION =
      """
      <!-- Generated from io.driftline.job.config.DriftlineOptions. To bring it up to date:
      ./mvnw -q test -Dtest='*DocTest' -Dsurefire.failIfNoSpecifiedTests=false \
      -Ddriftline.docs.update=true -->
      # Configuration

      Give options to the job as `--key value` after the jar, and to `driftline evaluate`, `run` and
      `train` as `-D key=value`. Durations are a number and a unit (`500 ms`, `10 s`, `15 min`, `12 h`,
      `14 d`), lists are separated by semicolons (`mail-activity;crm-activity`). All times but the
      idleness and the transaction timeout are event time. Files are read once, where the job is
      submitted. `evaluate` and `train` always use the order EVENT_TIME.

      | option | default | meaning |
      |---|---|---|
      """;

  private static final String KAFKA =
      """

      ## Kafka clients

      What begins with `%s` goes to the consumer and the producer without that prefix, for example
      `--%ssecurity.protocol SASL_SSL`. The consumer's isolation level and the transaction timeout are
      set by Driftline.

      ## Flink's own options

      The job sets these for itself, over what the cluster's `config.yaml` and `flink run -D` say. To
      change one, give it to the job like the options above (`--execution.checkpointing.interval 60s`),
      or to `driftline run` with `-D`.

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

  private static String page() {
    String prefix = DriftlineOptions.KAFKA_PROPERTIES;
    return INTRODUCTION
        + DriftlineOptions.all().stream().map(each -> row(each)).collect(Collectors.joining())
        + KAFKA.formatted(prefix, prefix)
        + new TreeMap<>(JobDefaults.under(new Configuration()).toMap())
            .entrySet().stream()
                .map(set -> "| `%s` | `%s` |\n".formatted(set.getKey(), set.getValue()))
                .collect(Collectors.joining());
  }

  private static String row(ConfigOption<?> option) {
    return "| `%s` | %s | %s |\n"
        .formatted(
            option.key(),
            option.hasDefaultValue() ? "`" + text(option.defaultValue()) + "`" : "none",
            new HtmlFormatter().format(option.description()).replace("|", "\\|"));
  }

  private static String text(Object value) {
    if (value instanceof Duration duration) {
      return TimeUtils.formatWithHighestUnit(duration);
    }
    return value instanceof Collection<?> values
        ? values.stream().map(String::valueOf).collect(Collectors.joining(";"))
        : String.valueOf(value);
  }
}
