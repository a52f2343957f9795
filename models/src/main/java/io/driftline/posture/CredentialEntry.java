package io.driftline.posture;

import io.driftline.baseline.Hash64;
import java.util.HexFormat;
import java.util.Objects;

/**
 * One line of the inventory of credentials: that an agent uses one.
 *
 * @param agent the agent, by what the registry says of it
 * @param credential the credential's id
 * @param type for example {@code api_key}; {@code null} when nobody says
 * @param standing what the registry says of it
 * @param firstUsed when the agent first used it, epoch milliseconds
 * @param lastUsed when the agent last used it, epoch milliseconds
 * @param count how often the agent used it, at least 1
 */
public record CredentialEntry(
    JudgedAgent agent,
    String credential,
    String type,
    CredentialStanding standing,
    long firstUsed,
    long lastUsed,
    long count) {

  public CredentialEntry {
    Objects.requireNonNull(agent, "agent");
    Objects.requireNonNull(credential, "credential");
    Objects.requireNonNull(standing, "standing");
  }

  /** 16 hexadecimal digits: the same for every line about this agent and this credential. */
  public String id() {
    return HexFormat.of().toHexDigits(Hash64.pair(Hash64.of(agent.id()), Hash64.of(credential)));
  }
}
