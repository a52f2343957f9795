package io.driftline.relation;

import io.driftline.activity.Requester;
import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * The stored form of an {@link EdgeLog}. Not thread-safe, since the room it writes to is used
 * again.
 */
public final class EdgeLogCodec {

  private static final String WHAT = "edge log";
  private static final int VERSION = 1;

  /** What an edge takes at least: nobody, no chain, a system; three times, a flag, nothing used. */
  private static final int EDGE_BYTES = 3 + 3 * 8 + 2;

  private static final Requester.Type[] TYPES = Requester.Type.values();

  private final RelationLimits limits;
  private final StateWriter out = new StateWriter();

  public EdgeLogCodec(RelationLimits limits) {
    this.limits = limits;
  }

  /** The stored form. */
  public byte[] encode(EdgeLog log) {
    out.clear().writeByte(VERSION).writeLong(log.lastSeen).writeInt(log.uses.size());
    log.uses.forEach(
        (key, use) -> {
          writeRequester(key.call().requester());
          out.writeInt(key.call().chain().size());
          key.call().chain().forEach(out::writeString);
          out.writeString(key.system());
          use.write(out);
        });
    return out.toBytes();
  }

  /**
   * Reads the stored form.
   *
   * @throws IllegalStateException if it is damaged or from a newer release
   */
  public EdgeLog decode(byte[] bytes) {
    StateReader in = new StateReader(bytes);
    in.readVersion(WHAT, VERSION);
    EdgeLog log = new EdgeLog(limits);
    log.lastSeen = in.readLong();
    for (int left = in.readCount(EDGE_BYTES); left > 0; left--) {
      Call call = new Call(readRequester(in), readChain(in));
      EdgeLog.Key key = new EdgeLog.Key(call, required(in.readString()));
      log.uses.put(key, EdgeUse.read(in));
    }
    in.readEnd(WHAT);
    return log;
  }

  private void writeRequester(Requester requester) {
    out.writeString(requester == null ? null : requester.id());
    if (requester != null) {
      out.writeByte(requester.type() == null ? 0 : 1 + requester.type().ordinal());
    }
  }

  private static Requester readRequester(StateReader in) {
    String id = in.readString();
    if (id == null) {
      return null;
    }
    int type = in.readByte();
    if (type > TYPES.length) {
      throw new IllegalStateException(WHAT + " names an unknown type of requester " + type);
    }
    return new Requester(id, type == 0 ? null : TYPES[type - 1]);
  }

  private static List<String> readChain(StateReader in) {
    int length = in.readCount(1);
    List<String> chain = new ArrayList<>(length);
    for (int i = 0; i < length; i++) {
      chain.add(required(in.readString()));
    }
    return chain;
  }

  /** A text that must be there. */
  static String required(String text) {
    if (text == null) {
      throw new IllegalStateException(WHAT + " lacks a text that it must have");
    }
    return text;
  }
}
