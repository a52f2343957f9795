package io.driftline.posture;

import io.driftline.activity.AgentKind;
import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import io.driftline.posture.BlastRadius.Reach;

/** The stored form of a {@link JudgedAgent}, as part of a larger value. */
final class AgentLayout {

  private AgentLayout() {}

  static void write(StateWriter out, JudgedAgent agent) {
    out.writeString(agent.id());
    StoredParts.writeConstant(out, agent.kind());
    out.writeString(agent.owner());
    StoredParts.writeConstant(out, agent.reach());
  }

  static JudgedAgent read(StateReader in) {
    return new JudgedAgent(
        StoredParts.required(in.readString()),
        StoredParts.readConstant(in, AgentKind.values()),
        in.readString(),
        StoredParts.readConstant(in, Reach.values()));
  }
}
