package io.driftline.incident;

import io.driftline.feature.Glob;
import java.util.Objects;

/**
 * Somebody's word that signals of a pattern are to call nobody, for a while. What is not given
 * ({@code null}) matches anything; what is given is a glob, with {@code *} for any characters.
 *
 * @param id names it; another of the same id takes its place
 * @param agent which agents
 * @param kind which kind of signal
 * @param code which code of a signal, see {@link Signal#code}
 * @param system which systems; matches no signal that is about none
 * @param permission which permissions; matches no signal that is about none
 * @param from first instant at which it holds, event time in epoch milliseconds
 * @param until first instant at which it holds no longer
 * @param by who says so
 * @param reason why
 */
public record Suppression(
    String id,
    String agent,
    SignalKind kind,
    String code,
    String system,
    String permission,
    long from,
    long until,
    String by,
    String reason) {

  public Suppression {
    Objects.requireNonNull(id, "id");
    if (agent == null && kind == null && code == null && system == null && permission == null) {
      throw new IllegalArgumentException(
          "suppression %s would hide everything: name an agent, kind, code, system or permission"
              .formatted(id));
    }
    if (from >= until) {
      throw new IllegalArgumentException(
          "suppression %s ends before it begins: until must be later".formatted(id));
    }
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(reason, "reason");
  }

  /** Whether it hides this signal; it does so by the signal's own time. */
  public boolean hides(Signal signal) {
    return signal.time() >= from
        && signal.time() < until
        && (kind == null || kind == signal.kind())
        && matches(agent, signal.agent().id())
        && matches(code, signal.code())
        && matches(system, signal.system())
        && matches(permission, signal.permission());
  }

  private static boolean matches(String glob, String value) {
    return glob == null || (value != null && Glob.of(glob).matches(Glob.lower(value)));
  }
}
