package io.driftline.drift;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentKind;
import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;

/** The stored form of an {@link Agent}. */
final class StoredAgent {

  private StoredAgent() {}

  static void write(StateWriter out, Agent agent) {
    out.writeString(agent.id()).writeByte(agent.kind() == null ? 0 : 1 + agent.kind().ordinal());
    out.writeString(agent.name()).writeString(agent.version()).writeString(agent.owner());
  }

  static Agent read(StateReader in) {
    return new Agent(
        StoredConstants.required(in.readString()),
        StoredConstants.orNull(AgentKind.values(), in.readByte()),
        in.readString(),
        in.readString(),
        in.readString());
  }
}
