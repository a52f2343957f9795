package io.driftline.simulate;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The truth about one session.
 *
 * @param sessionId {@code null} for the malicious actions of an agent that sends no session ids;
 *     they are known by {@code maliciousEventIds} alone
 * @param agentId who acted
 * @param phase whether the session began before or after attacks may begin
 * @param attack what was done to it; {@code null} if nothing
 * @param maliciousEventIds the actions that belong to the attack, in order of time; empty exactly
 *     if {@code attack} is {@code null}
 */
public record SessionLabel(
    String sessionId,
    String agentId,
    Phase phase,
    AttackKind attack,
    List<String> maliciousEventIds) {

  public SessionLabel {
    Objects.requireNonNull(agentId, "agentId");
    Objects.requireNonNull(phase, "phase");
    maliciousEventIds = List.copyOf(maliciousEventIds);
    if ((attack == null) != maliciousEventIds.isEmpty()) {
      throw new IllegalArgumentException(
          "attack and maliciousEventIds must be given together, were "
              + attack
              + " and "
              + maliciousEventIds.size()
              + " events");
    }
  }

  /** Whether any of the session's actions was malicious. */
  public boolean hijacked() {
    return attack != null;
  }

  /** The part of the span a session belongs to. */
  public enum Phase {
    /** Free of attacks: to learn from. */
    BASELINE,
    /** Contains the attacks: to be judged on. */
    TEST;

    /** The name used in label files, for example {@code baseline}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
