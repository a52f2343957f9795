package io.driftline.simulate;

import io.driftline.activity.AgentAction;
import java.util.Objects;

/**
 * One action together with the truth about it.
 *
 * @param attack the attack this action is part of; {@code null} if it is harmless
 */
public record SimulatedAction(AgentAction action, AttackKind attack) {

  public SimulatedAction {
    Objects.requireNonNull(action, "action");
  }

  public boolean malicious() {
    return attack != null;
  }
}
