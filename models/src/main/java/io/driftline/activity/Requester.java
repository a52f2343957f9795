package io.driftline.activity;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * On whose behalf an agent acted.
 *
 * @param id the requester's id, never empty
 * @param type what the requester is; {@code null} when the event does not say
 */
public record Requester(String id, Type type) {

  public Requester {
    Objects.requireNonNull(id, "requester.id");
  }

  /** What kind of party can ask an agent to act. */
  public enum Type {
    USER,
    AGENT,
    SCHEDULE;

    private static final Map<String, Type> BY_CODE =
        Stream.of(values()).collect(Collectors.toMap(Type::code, Function.identity()));

    /** The name used in events, for example {@code user}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The type with this code, or {@code null} if there is none. */
    public static Type ofCode(String code) {
      return BY_CODE.get(code);
    }
  }
}
