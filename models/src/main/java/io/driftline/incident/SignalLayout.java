package io.driftline.incident;

import static io.driftline.posture.StoredParts.readConstant;
import static io.driftline.posture.StoredParts.readList;
import static io.driftline.posture.StoredParts.required;
import static io.driftline.posture.StoredParts.valid;
import static io.driftline.posture.StoredParts.writeConstant;
import static io.driftline.posture.StoredParts.writeList;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentKind;
import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import io.driftline.posture.Severity;

/** The stored form of a {@link Signal} and of its agent, as part of a larger value. */
final class SignalLayout {

  private static final String WHAT = "signal";
  private static final SignalKind[] KINDS = SignalKind.values();
  private static final Severity[] SEVERITIES = Severity.values();
  private static final AgentKind[] AGENT_KINDS = AgentKind.values();

  private SignalLayout() {}

  static void write(StateWriter out, Signal signal) {
    out.writeString(signal.id());
    writeConstant(out, signal.kind());
    out.writeString(signal.code()).writeLong(signal.time());
    writeAgent(out, signal.agent());
    out.writeString(signal.sessionId());
    writeConstant(out, signal.severity());
    out.writeDouble(signal.score()).writeDouble(signal.weight());
    out.writeString(signal.system()).writeString(signal.permission());
    out.writeString(signal.requester());
    writeList(out, signal.evidence(), out::writeString);
    out.writeString(signal.summary());
  }

  /** Only what is raised is ever kept, never that it is over. */
  static Signal read(StateReader in) {
    return valid(
        WHAT,
        () ->
            new Signal(
                required(in.readString()),
                required(readConstant(in, KINDS)),
                required(in.readString()),
                in.readLong(),
                readAgent(in),
                in.readString(),
                readSeverity(in),
                in.readDouble(),
                in.readDouble(),
                in.readString(),
                in.readString(),
                in.readString(),
                required(readList(in, each -> required(each.readString()))),
                false,
                required(in.readString())));
  }

  static Severity readSeverity(StateReader in) {
    return required(readConstant(in, SEVERITIES));
  }

  static void writeAgent(StateWriter out, Agent agent) {
    out.writeString(agent.id());
    writeConstant(out, agent.kind());
    out.writeString(agent.name()).writeString(agent.version()).writeString(agent.owner());
  }

  static Agent readAgent(StateReader in) {
    return new Agent(
        required(in.readString()),
        readConstant(in, AGENT_KINDS),
        in.readString(),
        in.readString(),
        in.readString());
  }
}
