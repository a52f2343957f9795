package io.driftline.job.settings;

import static io.driftline.job.config.DriftlineOptions.KAFKA_PROPERTIES;

import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.config.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.flink.configuration.ConfigOption;

/** Which keys there are. Those of Flink are not listed anywhere: what is not ours may be its. */
final class KnownKeys {

  private static final String OURS = "driftline.";

  private static final Map<String, ConfigOption<?>> OPTIONS =
      DriftlineOptions.all().stream()
          .collect(Collectors.toUnmodifiableMap(ConfigOption::key, Function.identity()));

  private static final List<String> NAMES =
      OPTIONS.keySet().stream().map(key -> key.substring(OURS.length())).sorted().toList();

  private KnownKeys() {}

  /** Whether a key is one of Driftline's options. */
  static boolean isOption(String key) {
    return OPTIONS.containsKey(key);
  }

  /** Driftline's option of that key; {@code null} if there is none. */
  static ConfigOption<?> option(String key) {
    return OPTIONS.get(key);
  }

  /** What stands between the items of a list: Flink and Kafka do not agree. */
  static String separator(String key) {
    boolean isText = key.startsWith(OURS) && !isList(option(key));
    return isText ? "," : ";";
  }

  /** Whether an option holds a list; such an option of Driftline's has a default. */
  static boolean isList(ConfigOption<?> option) {
    return option != null && option.defaultValue() instanceof List;
  }

  /** Why a setting cannot be meant, if its key is none. */
  static Optional<SettingsFault> fault(Setting setting) {
    String key = setting.key();
    if (isOption(key)
        || key.startsWith(KAFKA_PROPERTIES) && key.length() > KAFKA_PROPERTIES.length()) {
      return Optional.empty();
    }
    if (key.startsWith(OURS)) {
      return Optional.of(unknown(setting, suggestion(key.substring(OURS.length()))));
    }
    return foreign(setting);
  }

  /** A key that looks like one of Driftline's without its first word, or with another. */
  private static Optional<SettingsFault> foreign(Setting setting) {
    String key = setting.key();
    if (isOption(OURS + key)) {
      return Optional.of(unknown(setting, "did you mean " + OURS + key + "?"));
    }
    String rest = key.substring(key.indexOf('.') + 1);
    if (isOption(OURS + rest)) {
      return Optional.of(unknown(setting, "did you mean " + OURS + rest + "?"));
    }
    return key.indexOf('.') < 0 ? Optional.of(unknown(setting, suggestion(key))) : Optional.empty();
  }

  private static SettingsFault unknown(Setting setting, String fix) {
    return new SettingsFault(
        "unknown option %s (%s)".formatted(setting.key(), setting.origin()), fix);
  }

  private static String suggestion(String name) {
    return Suggestion.nearest(name, NAMES)
        .map(near -> "did you mean " + OURS + near + "?")
        .orElse("docs/configuration.md lists all options");
  }
}
