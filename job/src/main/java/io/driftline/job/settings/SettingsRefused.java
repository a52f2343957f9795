package io.driftline.job.settings;

import java.util.List;
import java.util.stream.Collectors;

/** The job cannot start with these settings: all that is wrong, at once. */
public final class SettingsRefused extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient List<SettingsFault> faults;

  /**
   * @param faults at least one
   */
  public SettingsRefused(List<SettingsFault> faults) {
    super(text(faults));
    this.faults = List.copyOf(faults);
  }

  /** What is wrong. */
  public List<SettingsFault> faults() {
    return faults;
  }

  private static String text(List<SettingsFault> faults) {
    return (faults.size() == 1
            ? "one fault in the settings"
            : faults.size() + " faults in the settings")
        + faults.stream().map(fault -> "\n  " + fault).collect(Collectors.joining());
  }
}
