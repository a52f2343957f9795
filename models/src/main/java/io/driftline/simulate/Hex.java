package io.driftline.simulate;

import java.nio.charset.StandardCharsets;

/** Sixteen lower-case hexadecimal digits of a number: the form of event, session and trace ids. */
final class Hex {
  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);

  private Hex() {}

  static String of(long value) {
    byte[] text = new byte[16];
    for (int i = 15, shift = 0; i >= 0; i--, shift += 4) {
      text[i] = DIGITS[(int) (value >>> shift) & 15];
    }
    return new String(text, StandardCharsets.ISO_8859_1);
  }
}
