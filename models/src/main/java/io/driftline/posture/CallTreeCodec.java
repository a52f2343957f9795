package io.driftline.posture;

import io.driftline.activity.Requester;
import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;

/** The stored form of a {@link CallTree}. */
public final class CallTreeCodec {

  private static final String WHAT = "call tree";
  private static final int VERSION = 1;

  /** An agent's id, no caller, no requester, and a time. */
  private static final int LEAST_BYTES = 11;

  private static final Requester.Type[] TYPES = Requester.Type.values();

  private CallTreeCodec() {}

  /** The stored form. */
  public static byte[] encode(CallTree tree) {
    StateWriter out = new StateWriter().writeByte(VERSION).writeLong(tree.lastUsed);
    out.writeInt(tree.calls.size());
    tree.calls.values().forEach(call -> write(call, out));
    return out.toBytes();
  }

  /**
   * Reads the stored form.
   *
   * @throws IllegalStateException if it is damaged or from a newer release
   */
  public static CallTree decode(byte[] bytes) {
    StateReader in = new StateReader(bytes);
    in.readVersion(WHAT, VERSION);
    CallTree tree = new CallTree();
    tree.lastUsed = in.readLong();
    for (int left = in.readCount(LEAST_BYTES); left > 0; left--) {
      Call call = read(in);
      tree.calls.put(call.agentId(), call);
    }
    in.readEnd(WHAT);
    return tree;
  }

  private static void write(Call call, StateWriter out) {
    out.writeString(call.agentId()).writeString(call.callerId());
    Requester requester = call.requester();
    out.writeString(requester == null ? null : requester.id());
    if (requester != null) {
      StoredParts.writeConstant(out, requester.type());
    }
    out.writeLong(call.time());
  }

  private static Call read(StateReader in) {
    return new Call(
        StoredParts.required(in.readString()), in.readString(), readRequester(in), in.readLong());
  }

  private static Requester readRequester(StateReader in) {
    String id = in.readString();
    return id == null ? null : new Requester(id, StoredParts.readConstant(in, TYPES));
  }
}
