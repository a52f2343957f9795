package io.driftline.registry;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a person may act at all. */
public enum UserStatus {
  /** At work. */
  ACTIVE,
  /** Still with the organisation, but the account is closed for now. */
  DISABLED,
  /** Has left. */
  DEPARTED;

  private static final Map<String, UserStatus> BY_CODE =
      Stream.of(values()).collect(Collectors.toMap(UserStatus::code, Function.identity()));

  /** The name used in registries, for example {@code departed}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The status with this code, or {@code null} if there is none. */
  public static UserStatus ofCode(String code) {
    return BY_CODE.get(code);
  }
}
