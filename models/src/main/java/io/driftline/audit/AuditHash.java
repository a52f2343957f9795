package io.driftline.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hash that links an agent's records: SHA-256, as 64 lower-case hexadecimal digits.
 *
 * <p>A record is one JSON object in ASCII without a line break, whose last field is {@code hash}.
 * Its <em>canonical bytes</em> are all bytes before {@value #FIELD_START}, exactly as written: from
 * the opening brace to the end of the value before. They hold the agent's id, the start of its
 * chain, the record's number and, as {@code prev}, the hash of the record before. So the hash
 * covers the previous hash and everything that is recorded, and nothing needs to be normalised to
 * check it. Keep the bytes: a store that writes JSON anew, however equal, breaks the chain.
 *
 * <p>Not for use by several threads.
 */
public final class AuditHash {

  /** What stands between the canonical bytes and the hash. */
  public static final String FIELD_START = ",\"hash\":\"";

  /** What stands behind the hash. */
  public static final String FIELD_END = "\"}";

  /** Digits of a hash. */
  public static final int DIGITS = 64;

  /** Stands for the hash of the record before the first. */
  public static final String NOTHING_BEFORE = "0".repeat(DIGITS);

  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);

  private final MessageDigest digest = sha256();

  /** The hash of the canonical bytes, the first {@code length} of {@code bytes}. */
  public String of(byte[] bytes, int length) {
    digest.update(bytes, 0, length);
    return hex(digest.digest());
  }

  /**
   * How many of a record's bytes are canonical; -1 if it does not end as a record does.
   *
   * @param record as written, without a line break
   */
  public static int canonicalLength(byte[] record) {
    int length = record.length - FIELD_START.length() - DIGITS - FIELD_END.length();
    boolean ends =
        length > 0
            && matches(record, length, FIELD_START)
            && matches(record, record.length - FIELD_END.length(), FIELD_END);
    return ends ? length : -1;
  }

  /** Three times as fast as {@link java.util.HexFormat}, and done for every action. */
  private static String hex(byte[] hash) {
    byte[] digits = new byte[2 * hash.length];
    for (int i = 0; i < hash.length; i++) {
      digits[2 * i] = HEX[hash[i] >> 4 & 0xF];
      digits[2 * i + 1] = HEX[hash[i] & 0xF];
    }
    return new String(digits, StandardCharsets.ISO_8859_1);
  }

  private static boolean matches(byte[] record, int at, String ascii) {
    for (int i = 0; i < ascii.length(); i++) {
      if (record[at + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform must offer SHA-256", e);
    }
  }
}
