package io.driftline.posture;

import static io.driftline.posture.StoredParts.readConstant;
import static io.driftline.posture.StoredParts.readList;
import static io.driftline.posture.StoredParts.required;
import static io.driftline.posture.StoredParts.writeConstant;
import static io.driftline.posture.StoredParts.writeList;

import io.driftline.activity.AgentKind;
import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import io.driftline.registry.AgentRecord;
import io.driftline.registry.Grant;
import io.driftline.registry.RecordHistory;
import io.driftline.registry.RegisteredCredential;
import io.driftline.registry.Right;
import io.driftline.registry.UserRecord;
import io.driftline.registry.UserStatus;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The stored form of what the registry said, as part of a larger value: a version, whether changes
 * were forgotten, and each change with its record. What is damaged is refused with an {@link
 * IllegalStateException}.
 */
public final class RegistryLayout {

  private static final String WHAT = "registry history";
  private static final int VERSION = 1;

  private RegistryLayout() {}

  /** Writes what was said of an agent. */
  public static void writeAgents(StateWriter out, RecordHistory<AgentRecord> history) {
    write(out, history, RegistryLayout::writeAgent);
  }

  /** Reads what {@link #writeAgents} wrote. */
  public static RecordHistory<AgentRecord> readAgents(StateReader in) {
    return read(in, RegistryLayout::readAgent);
  }

  /** Writes what was said of a person. */
  public static void writeUsers(StateWriter out, RecordHistory<UserRecord> history) {
    write(out, history, RegistryLayout::writeUser);
  }

  /** Reads what {@link #writeUsers} wrote. */
  public static RecordHistory<UserRecord> readUsers(StateReader in) {
    return read(in, RegistryLayout::readUser);
  }

  /** Writes what an agent's record said of one credential. */
  static void writeCredentials(StateWriter out, RecordHistory<RegisteredCredential> history) {
    write(out, history, RegistryLayout::writeCredential);
  }

  /** Reads what {@link #writeCredentials} wrote. */
  static RecordHistory<RegisteredCredential> readCredentials(StateReader in) {
    return read(in, RegistryLayout::readCredential);
  }

  private static <T> void write(
      StateWriter out, RecordHistory<T> history, BiConsumer<StateWriter, T> record) {
    out.writeByte(VERSION).writeByte(history.hasForgotten() ? 1 : 0).writeInt(history.size());
    history.forEach(
        (time, said) -> {
          out.writeLong(time).writeByte(said == null ? 0 : 1);
          if (said != null) {
            record.accept(out, said);
          }
        });
  }

  private static <T> RecordHistory<T> read(StateReader in, Function<StateReader, T> record) {
    in.readVersion(WHAT, VERSION);
    RecordHistory<T> history = new RecordHistory<>();
    if (in.readByte() != 0) {
      history.markForgotten();
    }
    for (int left = in.readCount(Long.BYTES + 1); left > 0; left--) {
      long time = in.readLong();
      history.put(time, in.readByte() == 0 ? null : valid(in, record));
    }
    return history;
  }

  /** The records check themselves; what they find wrong here is a damaged value. */
  private static <T> T valid(StateReader in, Function<StateReader, T> record) {
    try {
      return record.apply(in);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IllegalStateException(WHAT + " is damaged: " + e.getMessage(), e);
    }
  }

  private static void writeAgent(StateWriter out, AgentRecord agent) {
    out.writeString(agent.agentId());
    writeConstant(out, agent.kind());
    out.writeString(agent.owner()).writeString(agent.vendor());
    out.writeString(agent.purpose()).writeString(agent.version());
    writeList(out, agent.systems(), out::writeString);
    writeList(out, agent.invokers(), out::writeString);
    writeList(out, agent.grants(), grant -> writeGrant(out, grant));
    writeList(out, agent.credentials(), credential -> writeCredential(out, credential));
  }

  private static AgentRecord readAgent(StateReader in) {
    return new AgentRecord(
        required(in.readString()),
        readConstant(in, AgentKind.values()),
        in.readString(),
        in.readString(),
        in.readString(),
        in.readString(),
        readList(in, each -> required(each.readString())),
        readList(in, each -> required(each.readString())),
        readList(in, RegistryLayout::readGrant),
        readList(in, RegistryLayout::readCredential));
  }

  private static void writeUser(StateWriter out, UserRecord user) {
    out.writeString(user.userId());
    writeConstant(out, user.status());
    writeList(out, user.entitlements(), right -> writeRight(out, right));
    out.writeString(user.manager());
  }

  private static UserRecord readUser(StateReader in) {
    return new UserRecord(
        required(in.readString()),
        required(readConstant(in, UserStatus.values())),
        readList(in, RegistryLayout::readRight),
        in.readString());
  }

  private static void writeGrant(StateWriter out, Grant grant) {
    writeRight(out, grant.right());
    writeInstant(out, grant.granted());
    writeInstant(out, grant.expires());
    writeInstant(out, grant.reviewed());
  }

  private static Grant readGrant(StateReader in) {
    return new Grant(readRight(in), required(readInstant(in)), readInstant(in), readInstant(in));
  }

  private static void writeRight(StateWriter out, Right right) {
    out.writeString(right.system()).writeString(right.permission());
  }

  private static Right readRight(StateReader in) {
    return new Right(required(in.readString()), required(in.readString()));
  }

  private static void writeCredential(StateWriter out, RegisteredCredential credential) {
    out.writeString(credential.id()).writeString(credential.type());
    writeInstant(out, credential.rotated());
  }

  private static RegisteredCredential readCredential(StateReader in) {
    return new RegisteredCredential(required(in.readString()), in.readString(), readInstant(in));
  }

  private static void writeInstant(StateWriter out, Instant instant) {
    out.writeByte(instant == null ? 0 : 1);
    if (instant != null) {
      out.writeLong(instant.getEpochSecond()).writeInt(instant.getNano());
    }
  }

  private static Instant readInstant(StateReader in) {
    return in.readByte() == 0 ? null : Instant.ofEpochSecond(in.readLong(), in.readInt());
  }
}
