package io.driftline.baseline;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link StateWriter} wrote; refuses to read past the end or to allocate from a lie. */
public final class StateReader {

  private final byte[] bytes;
  private int at;

  /** Reads from the start of {@code bytes}. */
  public StateReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Reads the version byte that opens every stored value.
   *
   * @param what names the value in the error
   * @param newest the highest version known
   * @throws IllegalStateException if the version is 0 or newer than known
   */
  public int readVersion(String what, int newest) {
    return readVersion(what, 1, newest);
  }

  /**
   * Reads the version byte of a value whose first versions are read no more.
   *
   * @param what names the value in the error
   * @param oldest the lowest version still read
   * @param newest the highest version known
   * @throws IllegalStateException if the version is not one of these
   */
  public int readVersion(String what, int oldest, int newest) {
    int version = readByte();
    if (version < oldest || version > newest) {
      throw new IllegalStateException(
          "%s has version %d, but this release reads %d to %d: restore it with the release that wrote it"
              .formatted(what, version, oldest, newest));
    }
    return version;
  }

  /** Reads one byte as 0 to 255. */
  public int readByte() {
    need(1);
    return bytes[at++] & 0xFF;
  }

  /** Reads eight bytes. */
  public long readLong() {
    need(8);
    long value = 0;
    for (int i = 0; i < 8; i++) {
      value = value << 8 | bytes[at++] & 0xFF;
    }
    return value;
  }

  /** Reads four bytes. */
  public float readFloat() {
    need(4);
    int bits = 0;
    for (int i = 0; i < 4; i++) {
      bits = bits << 8 | bytes[at++] & 0xFF;
    }
    return Float.intBitsToFloat(bits);
  }

  /** Reads eight bytes. */
  public double readDouble() {
    return Double.longBitsToDouble(readLong());
  }

  /** Reads a variable-length integer. */
  public int readInt() {
    int value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      int next = readByte();
      value |= (next & 0x7F) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw new IllegalStateException("stored integer at byte " + at + " has more than five bytes");
  }

  /**
   * Reads a count of things that take at least {@code leastBytes} each.
   *
   * @throws IllegalStateException if that many cannot follow
   */
  public int readCount(int leastBytes) {
    int count = readInt();
    if (count < 0 || (long) count * leastBytes > bytes.length - at) {
      throw new IllegalStateException(
          "stored count %d at byte %d exceeds the %d bytes left"
              .formatted(count, at, bytes.length - at));
    }
    return count;
  }

  /** Reads a string or {@code null}. */
  public String readString() {
    int length = readInt();
    if (length == 0) {
      return null;
    }
    need(length - 1);
    String text = new String(bytes, at, length - 1, StandardCharsets.UTF_8);
    at += length - 1;
    return text;
  }

  /** Reads bytes behind their count. */
  public byte[] readBytes() {
    int length = readCount(1);
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  /** Reads numbers behind their count. */
  public long[] readLongs() {
    long[] values = new long[readCount(8)];
    for (int i = 0; i < values.length; i++) {
      values[i] = readLong();
    }
    return values;
  }

  /**
   * Checks that everything was read.
   *
   * @throws IllegalStateException if bytes are left
   */
  public void readEnd(String what) {
    if (at != bytes.length) {
      throw new IllegalStateException(
          "%s has %d bytes too many".formatted(what, bytes.length - at));
    }
  }

  private void need(int count) {
    if (count < 0 || count > bytes.length - at) {
      throw new IllegalStateException(
          "stored value ends at byte %d, but %d more were expected at byte %d"
              .formatted(bytes.length, count, at));
    }
  }
}
