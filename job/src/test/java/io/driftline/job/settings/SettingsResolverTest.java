package io.driftline.job.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.driftline.feature.SensitivityTable;
import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.config.JobSettings;
import io.driftline.job.identify.Cohorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsResolverTest {

  @TempDir private Path folder;

  private static EffectiveSettings resolve(String... arguments) {
    return SettingsResolver.resolve(Flags.parse(arguments), Map.of());
  }

  private static List<SettingsFault> faults(String... arguments) {
    SettingsRefused refused = catchThrowableOfType(SettingsRefused.class, () -> resolve(arguments));
    return refused == null ? List.of() : refused.faults();
  }

  @Test
  void theEnvironmentIsStrongerThanFlagsAndTheyThanTheFile() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("d.yaml"),
            "driftline: {seed: 1, threshold.alert: 81, order: EVENT_TIME}\n");
    Flags flags =
        Flags.parse(
            "--config", file.toString(), "--driftline.seed", "2", "--driftline.threshold.alert=82");

    EffectiveSettings settings = SettingsResolver.resolve(flags, Map.of("DRIFTLINE_SEED", "3"));

    assertThat(settings.of("driftline.seed"))
        .isEqualTo(new Setting("driftline.seed", "3", Origin.variable("DRIFTLINE_SEED")));
    assertThat(settings.overridden("driftline.seed"))
        .extracting(Setting::value)
        .containsExactly("1", "2");
    assertThat(settings.of("driftline.threshold.alert").value()).isEqualTo("82");
    assertThat(settings.of("driftline.order").origin()).isEqualTo(Origin.line(file, 1));
    assertThat(settings.of("driftline.idleness"))
        .isEqualTo(new Setting("driftline.idleness", "30 s", Origin.DEFAULT));
    assertThat(settings.configuration().get(DriftlineOptions.SEED)).isEqualTo(3);
  }

  @Test
  void theEnvironmentNamesTheFileBeforeTheFlag() throws IOException {
    Path file = Files.writeString(folder.resolve("d.yaml"), "driftline.seed: 7\n");

    EffectiveSettings settings =
        SettingsResolver.resolve(
            Flags.parse("--config", "absent.yaml"), Map.of("DRIFTLINE_CONFIG", file.toString()));

    assertThat(settings.of("driftline.seed").value()).isEqualTo("7");
  }

  @Test
  void theDefaultsAreSound() {
    EffectiveSettings settings = resolve();

    assertThat(settings.set()).isEmpty();
    assertThat(settings.warnings()).isEmpty();
    assertThat(settings.all()).hasSameSizeAs(DriftlineOptions.all());
  }

  @Test
  void allFaultsAreToldAtOnceEachWithOriginAndFix() throws IOException {
    Path file = Files.writeString(folder.resolve("d.yaml"), "driftline.baseline.look-back: 3 d\n");
    Flags flags = Flags.parse("--config", file.toString(), "--driftline.treshold.alert", "80");

    assertThatExceptionOfType(SettingsRefused.class)
        .isThrownBy(() -> SettingsResolver.resolve(flags, Map.of("DRIFTLINE_SEED", "many")))
        .withMessage(
            """
            3 faults in the settings
              unknown option driftline.treshold.alert (flag --driftline.treshold.alert): did you mean \
            driftline.threshold.alert?
              driftline.seed is many (environment variable DRIFTLINE_SEED): give a whole number, for \
            example 42
              driftline.baseline.look-back is 3 d (%s:1), shorter than driftline.baseline.half-life, \
            14 d (default): a value would be new again before it counts half; lengthen the first or \
            shorten the second"""
                .formatted(file));
  }

  @ParameterizedTest
  @CsvSource({
    "driftline.seed, 1.5",
    "driftline.order, SOMETIMES",
    "driftline.idleness, soon",
    "driftline.audit.enabled, perhaps",
    "driftline.threshold.alert, NaN",
    "driftline.threshold.alert, 101",
    "driftline.training.growth, 1",
    "driftline.training.max-drift, 0",
    "driftline.drift.sensitivity, Infinity",
    "driftline.incident.evidence, -1",
    "driftline.session-gap, 0 s",
    "driftline.state.expiry, 99999 d",
    "driftline.state.cached-agents, 0",
    "driftline.state.trial, 1 h",
    "driftline.admission.new-agents, -1",
    "driftline.kafka.registry-quiet, 0 s",
    "driftline.kafka.registry-quiet, soon",
    "driftline.kafka.start-from, yesterday",
    "driftline.drift.recent, 2 d",
    "driftline.drift.recent, 100 h",
    "driftline.drift.recent, 30 d",
    "driftline.drift.reference, 300 d",
    "driftline.drift.accept-after, 1 h",
    "driftline.training.window, 5 min",
    "driftline.state.expiry, 10 min",
    "driftline.incident.per-agent-day, 21",
    "driftline.incident.open-from, none",
    "driftline.incident.exempt-from, LOW",
    "driftline.kafka.transaction-timeout, 5 s",
    "driftline.kafka.agents-topic, agent-activity",
    "driftline.kafka.people-topic, driftline.drift",
    "driftline.kafka.control-topic, with blanks",
    "driftline.kafka.activity-topics, a;a",
    "driftline.kafka.output-prefix, a/b",
    "driftline.kafka.group, ' '",
    "driftline.kafka.properties.group.id, x",
    "driftline.kafka.properties.isolation.level, x",
    "driftline.kafka.properties.securty.protocol, SSL",
    "driftline.kafka.properties., x",
    "kafka.group, x",
    "drifline.kafka.group, x",
    "seed, 1"
  })
  void whatCannotBeMeantIsRefused(String key, String value) {
    assertThat(faults("--" + key + "=" + value)).isNotEmpty().allMatch(it -> !it.fix().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "execution.checkpointing.interval, 60s",
    "driftline.kafka.properties.config.providers.file.class, x",
    "driftline.kafka.properties.sasl.jaas.config, x",
    "driftline.kafka.properties.partition.discovery.interval.ms, 1000"
  })
  void whatIsKafkasOrFlinksPasses(String key, String value) {
    assertThat(faults("--" + key + "=" + value)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "driftline.kafka.transaction-timeout, 1 h",
    "driftline.control.public-key, key.pub",
    "driftline.kafka.properties.plug.in.of.ours, x"
  })
  void whatIsOnlySuspiciousIsAWarning(String key, String value) {
    assertThat(resolve("--" + key + "=" + value).warnings()).hasSize(1);
  }

  /** Whatever passes the check must not fail later, without a word of where it was set. */
  @ParameterizedTest
  @CsvSource({
    "driftline.drift.recent, 29 d",
    "driftline.drift.reference, 8 d",
    "driftline.drift.reference, 243 d",
    "driftline.training.window, 15 min",
    "driftline.incident.cool-down, 0 s",
    "driftline.threshold.alert, 0",
    "driftline.baseline.look-back, 14 d",
    "driftline.drift.sensitivity, 0.01",
    "driftline.drift.sensitivity, 100"
  })
  void theLimitsThemselvesAreUsable(String key, String value) {
    EffectiveSettings settings = resolve("--" + key + "=" + value);

    assertThat(
            JobSettings.of(
                settings.configuration(), Cohorts.of(List.of()), SensitivityTable.shipped(), null))
        .isNotNull();
  }

  @Test
  void flinkIsToldNothingOfDriftlinesOwn() {
    EffectiveSettings settings =
        resolve("--driftline.seed=1", "--execution.checkpointing.interval=60s");

    assertThat(settings.flink().toMap())
        .containsExactly(Map.entry("execution.checkpointing.interval", "60s"));
  }
}
