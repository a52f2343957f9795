package io.driftline.job.settings;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/** The settings while they are checked: what is wrong is gathered, not thrown. */
final class SettingsCheck {

  private final EffectiveSettings settings;
  private final Configuration config;
  private final List<SettingsFault> faults;
  private final Set<String> unreadable = new HashSet<>();

  SettingsCheck(EffectiveSettings settings, List<SettingsFault> faults) {
    this.settings = settings;
    this.config = settings.configuration();
    this.faults = faults;
  }

  EffectiveSettings settings() {
    return settings;
  }

  void fault(SettingsFault fault) {
    faults.add(fault);
  }

  void fault(String what, String fix) {
    faults.add(new SettingsFault(what, fix));
  }

  /** The value of an option is none of its type: no rule is to look at it. */
  void unreadable(String key) {
    unreadable.add(key);
  }

  /** The value of an option; {@code null} if it has none that can be read. */
  <T> T value(ConfigOption<T> option) {
    return unreadable.contains(option.key()) ? null : config.get(option);
  }

  /** Demands something of an option. */
  <T> void require(ConfigOption<T> option, Predicate<T> holds, String fix) {
    T value = value(option);
    if (value != null && !holds.test(value)) {
      fault(told(option), fix);
    }
  }

  /**
   * Demands something of two options.
   *
   * @param relation what they may not be to each other, between the two
   */
  <A, B> void require(
      ConfigOption<A> one,
      ConfigOption<B> other,
      BiPredicate<A, B> holds,
      String relation,
      String fix) {
    A first = value(one);
    B second = value(other);
    if (first != null && second != null && !holds.test(first, second)) {
      fault("%s, %s %s".formatted(told(one), relation, named(other)), fix);
    }
  }

  /** {@code driftline.seed, 7 (flag --driftline.seed)}. */
  private String named(ConfigOption<?> option) {
    return told(option).replaceFirst(" is ", ", ");
  }

  /** {@code driftline.seed is 7 (flag --driftline.seed)}. */
  String told(ConfigOption<?> option) {
    Setting setting = settings.of(option.key());
    return "%s is %s (%s)"
        .formatted(option.key(), Secrets.mask(option.key(), setting.value()), setting.origin());
  }
}
