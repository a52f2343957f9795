package io.driftline.job.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The settings of a command line.
 *
 * @param settings what was set, each option once
 * @param file what {@code --config} names; {@code null} if it is not given
 */
public record Flags(List<Setting> settings, Path file) {

  private static final String DASHES = "--";
  private static final String CONFIG = "config";

  /** No flag at all. */
  public static final Flags NONE = new Flags(List.of(), null);

  public Flags {
    settings = List.copyOf(settings);
  }

  /**
   * Reads {@code --key value} and {@code --key=value}.
   *
   * @throws SettingsRefused if that is not what they are; no value is quoted
   */
  public static Flags parse(String... arguments) {
    List<SettingsFault> faults = new ArrayList<>();
    Map<String, Setting> settings = new LinkedHashMap<>();
    int next = 0;
    while (next < arguments.length) {
      next += take(arguments, next, settings, faults);
    }
    if (!faults.isEmpty()) {
      throw new SettingsRefused(faults);
    }
    Setting file = settings.remove(CONFIG);
    return new Flags(List.copyOf(settings.values()), file == null ? null : Path.of(file.value()));
  }

  /** Takes one flag; the result is how many arguments it was. */
  private static int take(
      String[] arguments, int at, Map<String, Setting> settings, List<SettingsFault> faults) {
    String argument = arguments[at];
    if (!argument.startsWith(DASHES) || argument.length() == DASHES.length()) {
      faults.add(
          new SettingsFault(
              "argument %d of the command line belongs to no flag".formatted(at + 1),
              "write --key value, and quote values with spaces"));
      return 1;
    }
    int equals = argument.indexOf('=');
    if (equals > 0) {
      put(argument.substring(0, equals), argument.substring(equals + 1), settings, faults);
      return 1;
    }
    if (at + 1 == arguments.length || arguments[at + 1].startsWith(DASHES)) {
      faults.add(
          new SettingsFault("flag %s has no value".formatted(argument), "write --key value"));
      return 1;
    }
    put(argument, arguments[at + 1], settings, faults);
    return 2;
  }

  private static void put(
      String flag, String value, Map<String, Setting> settings, List<SettingsFault> faults) {
    String key = flag.substring(DASHES.length());
    if (settings.put(key, new Setting(key, value, Origin.flag(flag))) != null) {
      faults.add(new SettingsFault("flag %s is given twice".formatted(flag), "give it once"));
    }
  }
}
