package io.driftline.job.authority;

import io.driftline.activity.Requester;
import io.driftline.registry.Authority;
import io.driftline.registry.AuthorityVerdict;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.types.StringValue;

/**
 * The bytes of an {@link Authority}: its verdict plus one, or 0 for no authority at all (8 bits),
 * the requester's id, which may be {@code null}, and type plus one (8 bits), the length of the
 * chain (8 bits) and its agents.
 */
public final class AuthorityLayout {

  /** A longer chain is cut; calls that deep are a loop. */
  private static final int LONGEST_CHAIN = 255;

  private static final AuthorityVerdict[] VERDICTS = AuthorityVerdict.values();
  private static final Requester.Type[] TYPES = Requester.Type.values();

  private AuthorityLayout() {}

  /** Writes it, or that there is none. */
  public static void write(Authority authority, DataOutput out) throws IOException {
    if (authority == null) {
      out.writeByte(0);
      return;
    }
    out.writeByte(1 + authority.verdict().ordinal());
    writeRequester(authority.requester(), out);
    List<String> chain =
        authority.chain().subList(0, Math.min(LONGEST_CHAIN, authority.chain().size()));
    out.writeByte(chain.size());
    for (String agent : chain) {
      StringValue.writeString(agent, out);
    }
  }

  /** Reads what {@link #write} wrote; {@code null} for none. */
  public static Authority read(DataInput in) throws IOException {
    int verdict = in.readUnsignedByte();
    if (verdict == 0) {
      return null;
    }
    Requester requester = readRequester(in);
    int length = in.readUnsignedByte();
    List<String> chain = new ArrayList<>(length);
    for (int i = 0; i < length; i++) {
      chain.add(StringValue.readString(in));
    }
    return new Authority(VERDICTS[verdict - 1], requester, chain);
  }

  private static void writeRequester(Requester requester, DataOutput out) throws IOException {
    StringValue.writeString(requester == null ? null : requester.id(), out);
    if (requester != null) {
      out.writeByte(requester.type() == null ? 0 : 1 + requester.type().ordinal());
    }
  }

  private static Requester readRequester(DataInput in) throws IOException {
    String id = StringValue.readString(in);
    if (id == null) {
      return null;
    }
    int type = in.readUnsignedByte();
    return new Requester(id, type == 0 ? null : TYPES[type - 1]);
  }
}
