package io.driftline.job.cli;

import io.driftline.job.settings.EffectiveSettings;
import io.driftline.job.settings.Flags;
import io.driftline.job.settings.Origin;
import io.driftline.job.settings.Setting;
import io.driftline.job.settings.SettingsRefused;
import io.driftline.job.settings.SettingsResolver;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import picocli.CommandLine.Option;

/**
 * Settings of the job, for a command: a file, over it {@code -D driftline.threshold.alert=80}, over
 * that the environment.
 */
public final class JobOptions {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "settings of the job as YAML, see docs/configuration.md")
  private Path file;

  @Option(
      names = "-D",
      paramLabel = "KEY=VALUE",
      description = "set an option of the job, see docs/configuration.md")
  private Map<String, String> given = new LinkedHashMap<>();

  private final Map<String, String> environment;

  /**
   * @param environment variables and their values
   */
  JobOptions(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /**
   * What file, flags and environment amount to, as a fresh copy.
   *
   * @throws SettingsRefused with all that is wrong with them
   */
  public Configuration configuration() {
    return settings().configuration();
  }

  /**
   * The same, and where each value was set.
   *
   * @throws SettingsRefused with all that is wrong with them
   */
  public EffectiveSettings settings() {
    return settings(List.of());
  }

  /** The same with options of the job that the command has flags of their own for. */
  EffectiveSettings settings(List<Setting> more) {
    Stream<Setting> flags =
        given.entrySet().stream()
            .map(
                set ->
                    new Setting(set.getKey(), set.getValue(), Origin.flag("-D " + set.getKey())));
    return SettingsResolver.resolve(
        new Flags(Stream.concat(flags, more.stream()).toList(), file), environment);
  }
}
