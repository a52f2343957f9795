package io.driftline.posture;

import io.driftline.registry.Authority;
import java.util.Objects;

/**
 * A call, followed back to whoever asked first.
 *
 * @param authority requester and chain as far as they are known; not judged yet
 * @param complete whether the beginning was reached; if not, an agent in between has not been heard
 *     of, or the agents call each other in a circle
 */
public record TracedCall(Authority authority, boolean complete) {

  public TracedCall {
    Objects.requireNonNull(authority, "authority");
  }
}
