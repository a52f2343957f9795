package io.driftline.drift;

/** Reads what stands for something else, and refuses what stands for nothing. */
final class StoredConstants {

  private StoredConstants() {}

  /**
   * The constant with this ordinal.
   *
   * @throws IllegalStateException if there is none
   */
  static <E> E at(E[] all, int ordinal) {
    if (ordinal >= all.length) {
      throw new IllegalStateException("stored drift state names an unknown constant " + ordinal);
    }
    return all[ordinal];
  }

  /** {@code null} for 0, else the constant one below. */
  static <E> E orNull(E[] all, int code) {
    return code == 0 ? null : at(all, code - 1);
  }

  /** A text that must be there. */
  static String required(String text) {
    if (text == null) {
      throw new IllegalStateException("stored drift state lacks a text that it must have");
    }
    return text;
  }
}
