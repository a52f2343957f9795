package io.driftline.job.settings;

import io.driftline.job.config.DriftlineOptions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/** Every key is known, and every value of its type. */
final class KeyRules {

  /** Characters that a value may have: more is a file put in the wrong place. */
  static final int LONGEST = 65_536;

  private KeyRules() {}

  static void check(SettingsCheck check) {
    for (Setting setting : check.settings().set()) {
      KnownKeys.fault(setting).ifPresent(check::fault);
      if (setting.value().length() > LONGEST) {
        check.fault(
            "%s (%s) has %d characters"
                .formatted(setting.key(), setting.origin(), setting.value().length()),
            "give at most " + LONGEST);
      }
    }
    Configuration config = check.settings().configuration();
    DriftlineOptions.all().forEach(option -> checkType(option, config, check));
  }

  private static void checkType(ConfigOption<?> option, Configuration config, SettingsCheck check) {
    try {
      config.getOptional(option);
    } catch (IllegalArgumentException e) {
      check.unreadable(option.key());
      check.fault(check.told(option), "give " + expected(option));
    }
  }

  /** What an option takes, by its default; those without one take any text or are a duration. */
  private static String expected(ConfigOption<?> option) {
    Object example = option.defaultValue();
    if (example == null) {
      return "a number and a unit, for example 30 s";
    }
    if (example instanceof Duration) {
      return "a number and a unit, for example " + EffectiveSettings.text(example);
    }
    if (example instanceof Boolean) {
      return "true or false";
    }
    if (example instanceof Enum<?> constant) {
      return Stream.of(constant.getDeclaringClass().getEnumConstants())
          .map(String::valueOf)
          .collect(Collectors.joining(", ", "one of ", ""));
    }
    if (example instanceof Integer || example instanceof Long) {
      return "a whole number, for example " + example;
    }
    return example instanceof List
        ? "words separated by semicolons"
        : "a number, for example " + example;
  }
}
