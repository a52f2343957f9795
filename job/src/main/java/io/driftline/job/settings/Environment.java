package io.driftline.job.settings;

import static io.driftline.job.config.DriftlineOptions.KAFKA_PROPERTIES;

import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.config.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.flink.configuration.ConfigOption;

/**
 * The settings of the environment: {@code DRIFTLINE_KAFKA_BOOTSTRAP_SERVERS} is {@code
 * driftline.kafka.bootstrap-servers}. A variable that is empty counts as not set.
 */
public final class Environment {

  /** Names the settings file. */
  public static final String CONFIG = "DRIFTLINE_CONFIG";

  private static final String PREFIX = "DRIFTLINE_";
  private static final String KAFKA_PREFIX = variable(KAFKA_PROPERTIES);

  /** Options of the start script, and where tests find data. */
  private static final Set<String> NO_SETTINGS = Set.of(CONFIG, "DRIFTLINE_OPTS", "DRIFTLINE_DATA");

  /** Kubernetes gives these to every pod beside a service whose name begins with driftline. */
  private static final Pattern SERVICE_LINK =
      Pattern.compile(
          "DRIFTLINE_(.+_)?(SERVICE_HOST|SERVICE_PORT(_.+)?|PORT(_\\d+_(TCP|UDP|SCTP)(_.+)?)?)");

  private static final Map<String, String> KEYS =
      DriftlineOptions.all().stream()
          .map(ConfigOption::key)
          .collect(Collectors.toUnmodifiableMap(Environment::variable, Function.identity()));

  private Environment() {}

  /** The variable that sets one of Driftline's options. */
  public static String variable(String key) {
    return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /**
   * What the environment sets, in order of name.
   *
   * @param faults takes the variables that begin like a setting and are none
   */
  static List<Setting> read(Map<String, String> variables, List<SettingsFault> faults) {
    List<Setting> settings = new ArrayList<>();
    new TreeMap<>(variables)
        .forEach(
            (name, value) -> {
              if (name.startsWith(PREFIX) && !value.isEmpty() && !isOther(name)) {
                key(name)
                    .ifPresentOrElse(
                        key -> settings.add(new Setting(key, value, Origin.variable(name))),
                        () -> faults.add(unknown(name)));
              }
            });
    return settings;
  }

  private static Optional<String> key(String name) {
    if (name.startsWith(KAFKA_PREFIX) && name.length() > KAFKA_PREFIX.length()) {
      return Optional.of(KAFKA_PROPERTIES + property(name.substring(KAFKA_PREFIX.length())));
    }
    return Optional.ofNullable(KEYS.get(name));
  }

  /** In names of Kafka's properties, one underscore is a dot, two are one, three a dash. */
  private static String property(String rest) {
    return rest.toLowerCase(Locale.ROOT)
        .replace("___", "-")
        .replace("__", "\0")
        .replace('_', '.')
        .replace('\0', '_');
  }

  private static boolean isOther(String name) {
    return NO_SETTINGS.contains(name) || SERVICE_LINK.matcher(name).matches();
  }

  private static SettingsFault unknown(String name) {
    return new SettingsFault(
        "environment variable %s sets no option".formatted(name),
        Suggestion.nearest(name.substring(PREFIX.length()), names())
            .map(near -> "did you mean " + PREFIX + near + "?")
            .orElse("docs/configuration.md lists all variables; unset it"));
  }

  private static List<String> names() {
    return KEYS.keySet().stream().map(name -> name.substring(PREFIX.length())).sorted().toList();
  }
}
