package io.driftline.baseline;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes the compact binary form of state: big-endian fixed widths, variable-length integers. */
public final class StateWriter {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private static final int SMALL = 256;

  private byte[] bytes;
  private int size;

  /** A writer of what is probably small. */
  public StateWriter() {
    this(SMALL);
  }

  /** A writer with room for {@code expected} bytes; more are no error, but are copied again. */
  public StateWriter(int expected) {
    bytes = new byte[expected];
  }

  /** Writes one byte, the low eight bits of {@code value}. */
  public StateWriter writeByte(int value) {
    reserve(1);
    bytes[size++] = (byte) value;
    return this;
  }

  /** Writes eight bytes. */
  public StateWriter writeLong(long value) {
    reserve(8);
    LONGS.set(bytes, size, value);
    size += Long.BYTES;
    return this;
  }

  /** Writes four bytes. */
  public StateWriter writeFloat(float value) {
    int bits = Float.floatToRawIntBits(value);
    reserve(4);
    INTS.set(bytes, size, bits);
    size += Integer.BYTES;
    return this;
  }

  /** Writes eight bytes. */
  public StateWriter writeDouble(double value) {
    return writeLong(Double.doubleToRawLongBits(value));
  }

  /** Writes one to five bytes (LEB128), fewest for small non-negative numbers. */
  public StateWriter writeInt(int value) {
    reserve(5);
    int rest = value;
    while ((rest & ~0x7F) != 0) {
      bytes[size++] = (byte) (rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
    return this;
  }

  /** Writes a string in UTF-8 behind its length; {@code null} is kept apart from empty. */
  public StateWriter writeString(String text) {
    if (text == null) {
      return writeInt(0);
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    writeInt(utf8.length + 1);
    reserve(utf8.length);
    System.arraycopy(utf8, 0, bytes, size, utf8.length);
    size += utf8.length;
    return this;
  }

  /** Writes the bytes behind their count. */
  public StateWriter writeBytes(byte[] value) {
    writeInt(value.length);
    reserve(value.length);
    System.arraycopy(value, 0, bytes, size, value.length);
    size += value.length;
    return this;
  }

  /** Writes the numbers behind their count. */
  public StateWriter writeLongs(long[] values) {
    writeInt(values.length);
    for (long value : values) {
      writeLong(value);
    }
    return this;
  }

  /** Forgets what was written and keeps the room for it: writing much state then makes no waste. */
  public StateWriter clear() {
    size = 0;
    return this;
  }

  /** What was written since the writer was made or cleared. */
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  private void reserve(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
    }
  }
}
