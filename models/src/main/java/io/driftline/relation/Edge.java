package io.driftline.relation;

import io.driftline.activity.Requester;
import io.driftline.baseline.Hash64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * That somebody has an agent act on a system.
 *
 * @param agentId the agent that acts
 * @param requester who asked first; {@code null} if nobody is known
 * @param chain the agents between the requester and the one that acts, in order of the calls; empty
 *     if the requester asked the agent itself
 * @param system what is acted upon
 * @param permissions those that were used, in order of their names; actions that state none add
 *     none
 * @param count how many actions
 * @param firstSeen time of the first action, epoch milliseconds
 * @param lastSeen time of the latest action, epoch milliseconds
 * @param isNew whether this is the first time that it is told
 */
public record Edge(
    String agentId,
    Requester requester,
    List<String> chain,
    String system,
    List<String> permissions,
    long count,
    long firstSeen,
    long lastSeen,
    boolean isNew) {

  public Edge {
    Objects.requireNonNull(agentId, "agentId");
    chain = List.copyOf(chain);
    Objects.requireNonNull(system, "system");
    permissions = List.copyOf(permissions);
    if (count < 1 || firstSeen > lastSeen) {
      throw new IllegalArgumentException(
          "an edge has an action and ends after it began, got %d actions from %d to %d"
              .formatted(count, firstSeen, lastSeen));
    }
  }

  /** 16 hexadecimal digits: the same for the same agent, requester, chain and system. */
  public String id() {
    long id = Hash64.pair(Hash64.of(agentId), Hash64.of(system));
    if (requester != null) {
      String type = requester.type() == null ? null : requester.type().code();
      id = Hash64.pair(id, Hash64.pair(Hash64.of(type), Hash64.of(requester.id())));
    }
    for (String agent : chain) {
      id = Hash64.pair(id, Hash64.of(agent));
    }
    return HexFormat.of().toHexDigits(id);
  }

  /** What the topic of relationships is keyed by: the agent's id, {@code |}, and its own id. */
  public String key() {
    return agentId + "|" + id();
  }
}
