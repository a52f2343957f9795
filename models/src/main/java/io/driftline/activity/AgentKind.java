package io.driftline.activity;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who stands behind an agent, and hence how far a mistake can reach. */
public enum AgentKind {
  /** Acts for one person and is bounded by that person's rights. */
  PERSONAL,
  /** Built or run by a vendor: supply-chain risk. */
  THIRD_PARTY,
  /** Shared, broad and often ownerless: the highest risk. */
  ORGANIZATIONAL;

  private static final Map<String, AgentKind> BY_CODE =
      Stream.of(values()).collect(Collectors.toMap(AgentKind::code, Function.identity()));

  /** The name used in events and registries, for example {@code third_party}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind with this code, or {@code null} if there is none. */
  public static AgentKind ofCode(String code) {
    return BY_CODE.get(code);
  }
}
