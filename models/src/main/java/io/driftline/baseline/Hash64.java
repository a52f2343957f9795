package io.driftline.baseline;

/**
 * SipHash-2-4 of strings (Aumasson and Bernstein, "SipHash: a fast short-input PRF", 2012).
 *
 * <p>Baselines keep 64-bit fingerprints of values instead of the values. An attacker chooses
 * resource names, so under a polynomial hash such as {@link String#hashCode} he could write down a
 * name that collides with a usual one and never looks new. The key here is fixed and public, so
 * this is no secret: it makes a collision a matter of search instead of arithmetic. The key is part
 * of the state's format: change it and every learnt value looks new.
 */
public final class Hash64 {

  /** The fingerprint of a value that is absent. */
  public static final long ABSENT = 0x9E37_79B9_7F4A_7C15L;

  private static final long K0 = 0x6472_6966_746C_696EL;
  private static final long K1 = 0x6562_6173_656C_696EL;

  private Hash64() {}

  /** The fingerprint of {@code text}, or {@link #ABSENT} for {@code null}. */
  public static long of(String text) {
    if (text == null) {
      return ABSENT;
    }
    SipState state = new SipState(K0, K1);
    int length = text.length();
    int whole = length & ~3;
    for (int i = 0; i < whole; i += 4) {
      state.word(pack(text, i, i + 4));
    }
    // Two bytes a UTF-16 unit; the length in bytes closes the last word, as the paper asks.
    return state.finish(pack(text, whole, length) | ((2L * length) << 56));
  }

  /** The fingerprint of an ordered pair of fingerprints. */
  public static long pair(long first, long second) {
    SipState state = new SipState(K0, K1);
    state.word(first);
    state.word(second);
    return state.finish(16L << 56);
  }

  private static long pack(String text, int from, int to) {
    long word = 0;
    for (int i = from; i < to; i++) {
      word |= (long) text.charAt(i) << (16 * (i - from));
    }
    return word;
  }

  /** The four lanes of the permutation; escape analysis keeps them in registers. */
  static final class SipState {
    private long v0;
    private long v1;
    private long v2;
    private long v3;

    SipState(long k0, long k1) {
      v0 = k0 ^ 0x736f6d6570736575L;
      v1 = k1 ^ 0x646f72616e646f6dL;
      v2 = k0 ^ 0x6c7967656e657261L;
      v3 = k1 ^ 0x7465646279746573L;
    }

    void word(long m) {
      v3 ^= m;
      round();
      round();
      v0 ^= m;
    }

    long finish(long last) {
      word(last);
      v2 ^= 0xff;
      round();
      round();
      round();
      round();
      return v0 ^ v1 ^ v2 ^ v3;
    }

    private void round() {
      v0 += v1;
      v1 = Long.rotateLeft(v1, 13) ^ v0;
      v0 = Long.rotateLeft(v0, 32);
      v2 += v3;
      v3 = Long.rotateLeft(v3, 16) ^ v2;
      v0 += v3;
      v3 = Long.rotateLeft(v3, 21) ^ v0;
      v2 += v1;
      v1 = Long.rotateLeft(v1, 17) ^ v2;
      v2 = Long.rotateLeft(v2, 32);
    }
  }
}
