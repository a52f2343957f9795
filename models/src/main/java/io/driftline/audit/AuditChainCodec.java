package io.driftline.audit;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import java.util.HexFormat;

/** The stored form of an {@link AuditChain} that has a record: some 80 bytes. */
public final class AuditChainCodec {

  private static final String WHAT = "audit chain";
  private static final int VERSION = 1;
  private static final int HASH_BYTES = AuditHash.DIGITS / 2;

  private AuditChainCodec() {}

  /** The stored form. */
  public static byte[] encode(AuditChain chain) {
    return new StateWriter()
        .writeByte(VERSION)
        .writeString(chain.began)
        .writeLong(chain.length)
        .writeBytes(HexFormat.of().parseHex(chain.last))
        .writeLong(chain.sealed)
        .writeLong(chain.lastSeen)
        .toBytes();
  }

  /**
   * Reads the stored form.
   *
   * @throws IllegalStateException if it is damaged or from a newer release
   */
  public static AuditChain decode(byte[] bytes) {
    StateReader in = new StateReader(bytes);
    in.readVersion(WHAT, VERSION);
    AuditChain chain = new AuditChain();
    chain.began = in.readString();
    chain.length = in.readLong();
    chain.last = hash(in.readBytes());
    chain.sealed = in.readLong();
    chain.lastSeen = in.readLong();
    in.readEnd(WHAT);
    return chain;
  }

  private static String hash(byte[] bytes) {
    if (bytes.length != HASH_BYTES) {
      throw new IllegalStateException(
          "%s has a hash of %d bytes instead of %d".formatted(WHAT, bytes.length, HASH_BYTES));
    }
    return HexFormat.of().formatHex(bytes);
  }
}
