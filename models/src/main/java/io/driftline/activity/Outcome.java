package io.driftline.activity;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the target system answered an action. */
public enum Outcome {
  SUCCESS,
  DENIED,
  ERROR;

  private static final Map<String, Outcome> BY_CODE =
      Stream.of(values()).collect(Collectors.toMap(Outcome::code, Function.identity()));

  /** The name used in events, for example {@code denied}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The outcome with this code, or {@code null} if there is none. */
  public static Outcome ofCode(String code) {
    return BY_CODE.get(code);
  }
}
