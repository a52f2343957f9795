package io.driftline.posture;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import io.driftline.registry.RecordHistory;
import io.driftline.registry.RegistryChange.Subject;

/** The stored form of a {@link PrincipalWatch}. */
public final class PrincipalWatchCodec {

  private static final String WHAT = "principal watch";
  private static final int VERSION = 1;

  /** An agent, a system, no permission, two times, an event, two counts. */
  private static final int LEAST_USE_BYTES = 29;

  /** An agent, a system, no permission, a time, an event, a count. */
  private static final int LEAST_HELD_BYTES = 20;

  /** A rule, two times, an event, a count. */
  private static final int LEAST_TOLD_BYTES = 26;

  private static final PostureRule[] RULES = PostureRule.values();

  private PrincipalWatchCodec() {}

  /** The stored form. */
  public static byte[] encode(PrincipalWatch watch) {
    StateWriter out = new StateWriter().writeByte(VERSION);
    writeRights(watch.rights, out);
    out.writeLong(watch.lastUsed).writeInt(watch.uses.size());
    watch.uses.forEach((fingerprint, logged) -> writeLogged(logged, out));
    out.writeInt(watch.held.size());
    watch.held.forEach(held -> writeHeld(held, out));
    return out.toBytes();
  }

  /**
   * Reads the stored form.
   *
   * @throws IllegalStateException if it is damaged or from a newer release
   */
  public static PrincipalWatch decode(byte[] bytes) {
    StateReader in = new StateReader(bytes);
    in.readVersion(WHAT, VERSION);
    PrincipalWatch watch = new PrincipalWatch(readRights(in));
    watch.lastUsed = in.readLong();
    for (int left = in.readCount(LEAST_USE_BYTES); left > 0; left--) {
      PrincipalUse logged = readLogged(in);
      watch.uses.put(logged.use.fingerprint(), logged);
    }
    for (int left = in.readCount(LEAST_HELD_BYTES); left > 0; left--) {
      watch.held.add(new AccusedUse(readUse(in), in.readLong(), readText(in), in.readLong()));
    }
    in.readEnd(WHAT);
    return watch;
  }

  private static void writeRights(PrincipalRights rights, StateWriter out) {
    out.writeByte(rights.principal.isPerson() ? 1 : 0).writeString(rights.principal.id());
    if (rights.principal.isPerson()) {
      RegistryLayout.writeUsers(out, rights.people);
    } else {
      RegistryLayout.writeAgents(out, rights.agents);
    }
  }

  private static PrincipalRights readRights(StateReader in) {
    boolean person = in.readByte() != 0;
    Principal principal = new Principal(person ? Subject.USER : Subject.AGENT, readText(in));
    return person
        ? new PrincipalRights(principal, RegistryLayout.readUsers(in), new RecordHistory<>())
        : new PrincipalRights(principal, new RecordHistory<>(), RegistryLayout.readAgents(in));
  }

  private static void writeLogged(PrincipalUse logged, StateWriter out) {
    writeUse(logged.use, out);
    out.writeLong(logged.first).writeLong(logged.last).writeString(logged.lastEventId);
    out.writeLong(logged.count).writeInt(logged.told.size());
    for (ToldUses told : logged.told) {
      StoredParts.writeConstant(out, told.rule());
      out.writeLong(told.first()).writeLong(told.last());
      out.writeString(told.lastEventId()).writeLong(told.count());
    }
  }

  private static PrincipalUse readLogged(StateReader in) {
    PrincipalUse logged = new PrincipalUse(readUse(in));
    logged.first = in.readLong();
    logged.last = in.readLong();
    logged.lastEventId = readText(in);
    logged.count = in.readLong();
    for (int left = in.readCount(LEAST_TOLD_BYTES); left > 0; left--) {
      logged.tell(
          new ToldUses(
              StoredParts.required(StoredParts.readConstant(in, RULES)),
              in.readLong(),
              in.readLong(),
              readText(in),
              in.readLong()));
    }
    return logged;
  }

  private static void writeHeld(AccusedUse held, StateWriter out) {
    writeUse(held.use(), out);
    out.writeLong(held.time()).writeString(held.eventId()).writeLong(held.count());
  }

  private static void writeUse(RightUse use, StateWriter out) {
    out.writeString(use.agentId()).writeString(use.system()).writeString(use.permission());
  }

  private static RightUse readUse(StateReader in) {
    return new RightUse(readText(in), readText(in), in.readString());
  }

  private static String readText(StateReader in) {
    return StoredParts.required(in.readString());
  }
}
