package io.driftline.registry;

import io.driftline.activity.Requester;
import java.util.List;
import java.util.Objects;

/**
 * With whose authority an agent acted.
 *
 * @param verdict whether that was enough
 * @param requester who asked first, at the beginning of the chain; {@code null} if nobody is known
 * @param chain the agents between the requester and the one that acted, in order of the calls;
 *     empty if the requester asked the agent itself
 */
public record Authority(AuthorityVerdict verdict, Requester requester, List<String> chain) {

  public Authority {
    Objects.requireNonNull(verdict, "verdict");
    chain = List.copyOf(chain);
  }

  /** The same call with another verdict. */
  public Authority with(AuthorityVerdict other) {
    return new Authority(other, requester, chain);
  }
}
