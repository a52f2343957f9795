package io.driftline.forest;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * The binary form of a {@link ModelArtifact}, version {@value #VERSION}, big-endian.
 *
 * <pre>
 * 4  magic "DLFM"
 * 2  version
 * 4  length of the body
 *    body (see {@link ArtifactWriter})
 * 4  CRC-32C of everything before (RFC 3720, appendix B.4)
 * </pre>
 *
 * <p>The model id is not stored: it is the first half of the SHA-256 of the body. Nothing else is
 * accepted: no other version, no missing, additional or damaged byte; and no memory is allocated
 * for a length that the input does not bear out.
 */
public final class ModelArtifactCodec {

  /** The format written, and the only one read. */
  public static final int VERSION = 3;

  /** The largest artifact read or written: two forests of 1000 trees of 4096 rows have room. */
  public static final int MAX_BYTES = 128 << 20;

  private static final int MAGIC = 0x444C464D;
  private static final int HEADER_BYTES = 4 + 2 + 4;
  private static final int CHECKSUM_BYTES = 4;
  private static final int ID_BYTES = 16;

  private ModelArtifactCodec() {}

  /** The bytes of an artifact; the same for the same content. */
  public static byte[] encode(ModelArtifact artifact) {
    byte[] body =
        ArtifactWriter.body(
            artifact.provenance(),
            artifact.behaviour(),
            artifact.circumstance(),
            artifact.sums(),
            artifact.usual());
    ByteBuffer out = ByteBuffer.allocate(HEADER_BYTES + body.length + CHECKSUM_BYTES);
    out.putInt(MAGIC).putShort((short) VERSION).putInt(body.length).put(body);
    out.putInt(checksum(out.array(), out.position()));
    return out.array();
  }

  /**
   * Reads an artifact.
   *
   * @throws ModelFormatException if the bytes are not exactly one valid artifact of this version
   */
  public static ModelArtifact decode(byte[] bytes) {
    requireFrame(bytes);
    byte[] body = Arrays.copyOfRange(bytes, HEADER_BYTES, bytes.length - CHECKSUM_BYTES);
    return new ArtifactReader(body).read(idOf(body));
  }

  private static void requireFrame(byte[] bytes) {
    require(
        bytes.length >= HEADER_BYTES + CHECKSUM_BYTES,
        "Model is truncated: %d bytes, an empty one has %d",
        bytes.length,
        HEADER_BYTES + CHECKSUM_BYTES);
    require(bytes.length <= MAX_BYTES, "Model has %d bytes, over %d", bytes.length, MAX_BYTES);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    int magic = in.getInt();
    require(magic == MAGIC, "Not a model: starts with %08x, not %08x", magic, MAGIC);
    int version = in.getShort();
    require(version == VERSION, "Model has version %d, this reads %d", version, VERSION);
    long claimed = HEADER_BYTES + (long) in.getInt() + CHECKSUM_BYTES;
    require(claimed == bytes.length, "Model claims %d bytes, there are %d", claimed, bytes.length);
    int stored = in.getInt(bytes.length - CHECKSUM_BYTES);
    int actual = checksum(bytes, bytes.length - CHECKSUM_BYTES);
    require(stored == actual, "Model is damaged: CRC-32C %08x, stored %08x", actual, stored);
  }

  private static void require(boolean condition, String message, Object... arguments) {
    if (!condition) {
      throw new ModelFormatException(message.formatted(arguments));
    }
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }

  /** The model id that a body determines. */
  static String idOf(byte[] body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
      return HexFormat.of().formatHex(digest, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
