package io.driftline.posture;

import io.driftline.activity.AgentKind;
import java.util.Objects;

/**
 * What the registry says about an agent that makes a mistake of it more or less harmful.
 *
 * @param kind who stands behind it; {@code null} when not declared
 * @param radius how far its grants reach
 */
public record Standing(AgentKind kind, BlastRadius radius) {

  public Standing {
    Objects.requireNonNull(radius, "radius");
  }
}
