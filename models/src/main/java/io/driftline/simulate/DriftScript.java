package io.driftline.simulate;

import java.util.Locale;

/** The ways in which an agent's behaviour can change, each as one plain sentence. */
public enum DriftScript {
  NEW_SYSTEMS("Every week one more system that the agent never used enters its work."),
  NEW_PERMISSIONS("Every week one more permission on systems it already uses enters its work."),
  PURPOSE_CHANGE("Within two weeks, most of its tasks become those of another purpose."),
  MORE_VOLUME("From one day to the next it runs two and a half times as many sessions, for good."),
  MORE_ERRORS("From one day to the next, twelve in a hundred of its calls fail instead of one."),
  SPIKE("One day of eight times the sessions, or one session of 200 calls: no drift at all.");

  private final String sentence;

  DriftScript(String sentence) {
    this.sentence = sentence;
  }

  /** The name used in reports, for example {@code new_systems}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What happens, in one sentence. */
  public String sentence() {
    return sentence;
  }

  /** Whether behaviour is another for good afterwards, so that it should be found. */
  public boolean lasting() {
    return this != SPIKE;
  }

  /** What of a call can be new under this script; {@code null} if nothing comes into use. */
  String item(String system, String permission) {
    return switch (this) {
      case NEW_SYSTEMS -> system;
      case NEW_PERMISSIONS -> permission;
      default -> null;
    };
  }
}
