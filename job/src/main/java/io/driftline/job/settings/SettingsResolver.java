package io.driftline.job.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts the settings of file, flags and environment together, and checks the result. */
public final class SettingsResolver {

  private SettingsResolver() {}

  /**
   * The settings that hold: those of the file, over them the flags, over them the environment. The
   * file is the one that {@link Environment#CONFIG} names, else that of the flags.
   *
   * @param variables the environment
   * @throws SettingsRefused if the job cannot start with them, with all that is wrong
   */
  public static EffectiveSettings resolve(Flags flags, Map<String, String> variables) {
    List<SettingsFault> faults = new ArrayList<>();
    Path file = file(flags, variables);
    EffectiveSettings settings =
        new EffectiveSettings(
            List.of(
                file == null ? List.of() : SettingsFile.read(file, faults),
                flags.settings(),
                Environment.read(variables, faults)));
    SettingsCheck check = new SettingsCheck(settings, faults);
    KeyRules.check(check);
    RangeRules.check(check);
    RelationRules.check(check);
    TopicRules.check(check);
    KafkaPropertyRules.check(check);
    if (!faults.isEmpty()) {
      throw new SettingsRefused(faults);
    }
    tellOfVainFlags(settings);
    return settings;
  }

  /** Whoever types a flag expects it to hold, and may have forgotten what is in the environment. */
  private static void tellOfVainFlags(EffectiveSettings settings) {
    for (Setting holds : settings.set()) {
      if (holds.origin().kind() == Origin.Kind.VARIABLE) {
        settings.overridden(holds.key()).stream()
            .filter(each -> each.origin().kind() == Origin.Kind.FLAG)
            .filter(each -> !each.value().equals(holds.value()))
            .forEach(
                each -> settings.warn(each.origin() + " is in vain: over it is " + holds.origin()));
      }
    }
  }

  private static Path file(Flags flags, Map<String, String> variables) {
    String named = variables.getOrDefault(Environment.CONFIG, "");
    return named.isEmpty() ? flags.file() : Path.of(named);
  }
}
