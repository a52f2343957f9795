package io.driftline.job.settings;

import java.util.Objects;

/**
 * What is wrong with a setting.
 *
 * @param what names the option, where it was set, and what is wrong; shows no secret
 * @param fix what to do about it
 */
public record SettingsFault(String what, String fix) {

  public SettingsFault {
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(fix, "fix");
  }

  @Override
  public String toString() {
    return what + ": " + fix;
  }
}
