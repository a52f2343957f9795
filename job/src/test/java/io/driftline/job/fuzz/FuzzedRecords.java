package io.driftline.job.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Records that nobody in his right mind sends: valid ones, mutated ones and noise. The same seed
 * and index give the same bytes.
 */
final class FuzzedRecords implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int MOST_MUTATIONS = 4;
  private static final int MOST_NOISE = 300;
  private static final String[] VALUES = {
    "null",
    "true",
    "[]",
    "{}",
    "\"\"",
    "-1",
    "0",
    "1e400",
    "9223372036854775808",
    "0.1",
    "\"\\ud800\"",
    "\"\\u0000\"",
    "\"1969-12-31T23:59:59Z\"",
    "\"9999-12-31T23:59:59Z\"",
    "\"2026-13-45T99:99:99Z\"",
    "\"success\"",
    "[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]",
    "\"" + "x".repeat(5_000) + "\"",
    "\"*\"",
    "\"a:*:b\"",
    "\"\u202e\ud83d\ude00\"",
    "{\"id\":{}}"
  };

  private final byte[][] valid;
  private final long seed;

  FuzzedRecords(List<byte[]> valid, long seed) {
    this.valid = valid.toArray(byte[][]::new);
    this.seed = seed;
  }

  /** The record at an index; {@code null} stands for a record without value. */
  byte[] at(long index) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + index);
    int kind = random.nextInt(100);
    if (kind == 0) {
      return null;
    }
    if (kind < 15) {
      return noise(random, random.nextInt(MOST_NOISE));
    }
    byte[] record = valid[random.nextInt(valid.length)];
    if (kind < 35) {
      return record;
    }
    for (int left = 1 + random.nextInt(MOST_MUTATIONS); left > 0; left--) {
      record = mutated(record, random);
    }
    return record;
  }

  private byte[] mutated(byte[] record, SplittableRandom random) {
    if (record.length < 2) {
      return noise(random, MOST_NOISE);
    }
    int at = random.nextInt(record.length);
    return switch (random.nextInt(8)) {
      case 0 -> flipped(record, at, random);
      case 1 -> Arrays.copyOf(record, at);
      case 2 -> spliced(record, at, noise(random, 1 + random.nextInt(8)), at);
      case 3 -> spliced(record, at, new byte[0], Math.min(record.length, at + random.nextInt(40)));
      case 4 -> crossed(record, valid[random.nextInt(valid.length)], random);
      case 5 -> spliced(record, at, Arrays.copyOfRange(record, at / 2, at), at);
      default -> withOtherValue(record, random);
    };
  }

  private static byte[] flipped(byte[] record, int at, SplittableRandom random) {
    byte[] flipped = record.clone();
    flipped[at] ^= (byte) (1 << random.nextInt(8));
    return flipped;
  }

  private static byte[] crossed(byte[] first, byte[] second, SplittableRandom random) {
    int head = random.nextInt(first.length);
    int tail = random.nextInt(second.length);
    return spliced(first, head, Arrays.copyOfRange(second, tail, second.length), first.length);
  }

  /** One field keeps its name and gets another value: the most that still is JSON. */
  private static byte[] withOtherValue(byte[] record, SplittableRandom random) {
    List<Integer> colons = new ArrayList<>();
    for (int i = 1; i < record.length; i++) {
      if (record[i] == ':' && record[i - 1] == '"') {
        colons.add(i);
      }
    }
    if (colons.isEmpty()) {
      return flipped(record, random.nextInt(record.length), random);
    }
    int from = colons.get(random.nextInt(colons.size())) + 1;
    byte[] value = VALUES[random.nextInt(VALUES.length)].getBytes(UTF_8);
    return spliced(record, from, value, endOfValue(record, from));
  }

  private static int endOfValue(byte[] record, int from) {
    boolean quoted = false;
    for (int i = from; i < record.length; i++) {
      quoted ^= record[i] == '"' && record[i - 1] != '\\';
      if (!quoted && (record[i] == ',' || record[i] == '}' || record[i] == ']')) {
        return i;
      }
    }
    return record.length;
  }

  private static byte[] spliced(byte[] record, int from, byte[] with, int to) {
    byte[] spliced = new byte[from + with.length + record.length - to];
    System.arraycopy(record, 0, spliced, 0, from);
    System.arraycopy(with, 0, spliced, from, with.length);
    System.arraycopy(record, to, spliced, from + with.length, record.length - to);
    return spliced;
  }

  private static byte[] noise(SplittableRandom random, int length) {
    byte[] noise = new byte[length];
    random.nextBytes(noise);
    return noise;
  }
}
