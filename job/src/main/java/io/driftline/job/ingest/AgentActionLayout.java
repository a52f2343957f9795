package io.driftline.job.ingest;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentAction;
import io.driftline.activity.AgentKind;
import io.driftline.activity.Credential;
import io.driftline.activity.Outcome;
import io.driftline.activity.Requester;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import org.apache.flink.types.StringValue;

/**
 * The bytes of an {@link AgentAction} in Flink's state and between its tasks, layout 1.
 *
 * <p>In order: a 32-bit mask of what is present (bit i is {@link Part} i, from the lowest), the
 * time in milliseconds (64 bits), the required texts {@code event_id}, {@code agent.id}, {@code
 * system}, {@code action}, then the present parts in order. Texts are {@link StringValue}s, which
 * unlike {@code writeUTF} have no limit of 64 KiB; enum values are one byte, their ordinal.
 */
final class AgentActionLayout {

  /** What an action may lack, in the order of its bits. New ones need a new layout. */
  private enum Part {
    AGENT_KIND,
    AGENT_NAME,
    AGENT_VERSION,
    AGENT_OWNER,
    REQUESTER,
    REQUESTER_TYPE,
    SESSION_ID,
    TRACE_ID,
    PARENT_AGENT_ID,
    PERMISSION,
    RESOURCE,
    OUTCOME,
    CREDENTIAL,
    CREDENTIAL_TYPE,
    SOURCE_IP,
    BYTES;

    private final int bit = 1 << ordinal();

    int bitIf(Object value) {
      return value == null ? 0 : bit;
    }

    boolean in(int mask) {
      return (mask & bit) != 0;
    }
  }

  private static final AgentKind[] KINDS = AgentKind.values();
  private static final Outcome[] OUTCOMES = Outcome.values();
  private static final Requester.Type[] REQUESTER_TYPES = Requester.Type.values();

  private AgentActionLayout() {}

  static void write(AgentAction action, DataOutput out) throws IOException {
    out.writeInt(mask(action));
    out.writeLong(action.timeMillis());
    StringValue.writeString(action.eventId(), out);
    StringValue.writeString(action.agentId(), out);
    StringValue.writeString(action.system(), out);
    StringValue.writeString(action.action(), out);
    writeAgent(action.agent(), out);
    writeRequester(action.requester(), out);
    writeText(action.sessionId(), out);
    writeText(action.traceId(), out);
    writeText(action.parentAgentId(), out);
    writeText(action.permission(), out);
    writeText(action.resource(), out);
    writeEnum(action.outcome(), out);
    writeCredential(action.credential(), out);
    writeText(action.sourceIp(), out);
    if (action.bytes() != null) {
      out.writeLong(action.bytes());
    }
  }

  static AgentAction read(DataInput in) throws IOException {
    int mask = in.readInt();
    Instant time = Instant.ofEpochMilli(in.readLong());
    String eventId = StringValue.readString(in);
    String agentId = StringValue.readString(in);
    String system = StringValue.readString(in);
    String action = StringValue.readString(in);
    return new AgentAction(
        eventId,
        time,
        readAgent(agentId, mask, in),
        readRequester(mask, in),
        readText(Part.SESSION_ID, mask, in),
        readText(Part.TRACE_ID, mask, in),
        readText(Part.PARENT_AGENT_ID, mask, in),
        system,
        action,
        readText(Part.PERMISSION, mask, in),
        readText(Part.RESOURCE, mask, in),
        readEnum(Part.OUTCOME, OUTCOMES, mask, in),
        readCredential(mask, in),
        readText(Part.SOURCE_IP, mask, in),
        Part.BYTES.in(mask) ? (Long) in.readLong() : null);
  }

  private static int mask(AgentAction action) {
    return mask(action.agent())
        | mask(action.requester())
        | Part.SESSION_ID.bitIf(action.sessionId())
        | Part.TRACE_ID.bitIf(action.traceId())
        | Part.PARENT_AGENT_ID.bitIf(action.parentAgentId())
        | Part.PERMISSION.bitIf(action.permission())
        | Part.RESOURCE.bitIf(action.resource())
        | Part.OUTCOME.bitIf(action.outcome())
        | mask(action.credential())
        | Part.SOURCE_IP.bitIf(action.sourceIp())
        | Part.BYTES.bitIf(action.bytes());
  }

  private static int mask(Agent agent) {
    return Part.AGENT_KIND.bitIf(agent.kind())
        | Part.AGENT_NAME.bitIf(agent.name())
        | Part.AGENT_VERSION.bitIf(agent.version())
        | Part.AGENT_OWNER.bitIf(agent.owner());
  }

  private static int mask(Requester requester) {
    return requester == null ? 0 : Part.REQUESTER.bit | Part.REQUESTER_TYPE.bitIf(requester.type());
  }

  private static int mask(Credential credential) {
    return credential == null
        ? 0
        : Part.CREDENTIAL.bit | Part.CREDENTIAL_TYPE.bitIf(credential.type());
  }

  private static void writeAgent(Agent agent, DataOutput out) throws IOException {
    writeEnum(agent.kind(), out);
    writeText(agent.name(), out);
    writeText(agent.version(), out);
    writeText(agent.owner(), out);
  }

  private static Agent readAgent(String id, int mask, DataInput in) throws IOException {
    return new Agent(
        id,
        readEnum(Part.AGENT_KIND, KINDS, mask, in),
        readText(Part.AGENT_NAME, mask, in),
        readText(Part.AGENT_VERSION, mask, in),
        readText(Part.AGENT_OWNER, mask, in));
  }

  private static void writeRequester(Requester requester, DataOutput out) throws IOException {
    if (requester != null) {
      writeText(requester.id(), out);
      writeEnum(requester.type(), out);
    }
  }

  private static Requester readRequester(int mask, DataInput in) throws IOException {
    return Part.REQUESTER.in(mask)
        ? new Requester(
            StringValue.readString(in), readEnum(Part.REQUESTER_TYPE, REQUESTER_TYPES, mask, in))
        : null;
  }

  private static void writeCredential(Credential credential, DataOutput out) throws IOException {
    if (credential != null) {
      writeText(credential.id(), out);
      writeText(credential.type(), out);
    }
  }

  private static Credential readCredential(int mask, DataInput in) throws IOException {
    return Part.CREDENTIAL.in(mask)
        ? new Credential(StringValue.readString(in), readText(Part.CREDENTIAL_TYPE, mask, in))
        : null;
  }

  private static void writeText(String text, DataOutput out) throws IOException {
    if (text != null) {
      StringValue.writeString(text, out);
    }
  }

  private static String readText(Part part, int mask, DataInput in) throws IOException {
    return part.in(mask) ? StringValue.readString(in) : null;
  }

  private static void writeEnum(Enum<?> value, DataOutput out) throws IOException {
    if (value != null) {
      out.writeByte(value.ordinal());
    }
  }

  private static <E extends Enum<E>> E readEnum(Part part, E[] values, int mask, DataInput in)
      throws IOException {
    return part.in(mask) ? values[in.readUnsignedByte()] : null;
  }
}
