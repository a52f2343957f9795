package io.driftline.job.settings;

import static java.util.stream.Collectors.toCollection;

import io.driftline.job.config.DriftlineOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.util.TimeUtils;

/** What holds, and where each value was set. */
public final class EffectiveSettings {

  private static final String OURS = "driftline.";

  private final Map<String, List<Setting>> byKey = new LinkedHashMap<>();
  private final List<String> warnings = new ArrayList<>();

  /**
   * @param layers the weakest first
   */
  EffectiveSettings(List<List<Setting>> layers) {
    for (List<Setting> layer : layers) {
      layer.forEach(each -> byKey.computeIfAbsent(each.key(), key -> new ArrayList<>()).add(each));
    }
  }

  /** What was set, in this order: Driftline's options as they are listed, all else by name. */
  public List<Setting> set() {
    return keys().filter(byKey::containsKey).map(this::of).toList();
  }

  /** The same with the defaults of all of Driftline's options. */
  public List<Setting> all() {
    return keys().map(this::of).toList();
  }

  /** What holds for a key; an option without value and default holds the empty text. */
  public Setting of(String key) {
    List<Setting> given = byKey.get(key);
    return given == null
        ? new Setting(key, text(KnownKeys.option(key).defaultValue()), Origin.DEFAULT)
        : given.get(given.size() - 1);
  }

  /** Where else a key was set, in vain; the weakest first. */
  public List<Setting> overridden(String key) {
    List<Setting> given = byKey.getOrDefault(key, List.of());
    return given.isEmpty() ? given : given.subList(0, given.size() - 1);
  }

  /** What is likely not meant, and does no harm to the start. */
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** Everything that was set, as a fresh configuration. */
  public Configuration configuration() {
    Configuration config = new Configuration();
    set().forEach(each -> config.setString(each.key(), each.value()));
    return config;
  }

  /**
   * What Flink is to know. Driftline's own options, passwords among them, have no place in the
   * configuration of a job that Flink shows and logs.
   */
  public Configuration flink() {
    Configuration config = new Configuration();
    set().stream()
        .filter(each -> !each.key().startsWith(OURS))
        .forEach(each -> config.setString(each.key(), each.value()));
    return config;
  }

  /** What was set, as it may be shown. */
  public Map<String, String> masked() {
    return set().stream()
        .collect(
            Collectors.toMap(
                Setting::key,
                each -> Secrets.mask(each.key(), each.value()),
                (one, other) -> one,
                LinkedHashMap::new));
  }

  /** A text without the secrets among these settings. */
  public String redact(String text) {
    return Secrets.redact(text, everySetting());
  }

  void warn(String warning) {
    warnings.add(warning);
  }

  private Collection<Setting> everySetting() {
    return byKey.values().stream().flatMap(List::stream).toList();
  }

  private Stream<String> keys() {
    List<String> ours = DriftlineOptions.all().stream().map(ConfigOption::key).toList();
    return Stream.concat(
        ours.stream(),
        byKey.keySet().stream()
            .filter(key -> !KnownKeys.isOption(key))
            .collect(toCollection(TreeSet::new))
            .stream());
  }

  /** A default as one would write it. */
  public static String text(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Duration duration) {
      return TimeUtils.formatWithHighestUnit(duration);
    }
    return value instanceof Collection<?> values
        ? values.stream().map(String::valueOf).collect(Collectors.joining(";"))
        : String.valueOf(value);
  }
}
