package io.driftline.job.cli.faults;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/** Records that are no events, in one burst; the same ones for the same seed. */
final class Garbage {

  private static final int LONGEST = 400;

  private final SplittableRandom random;
  private final long from;
  private final double perEvent;
  private long made;

  /**
   * @param from after how many events the burst begins
   * @param count how many records it has, at least 0
   * @param over how many events it lasts, at least 1
   */
  Garbage(long seed, long from, long count, long over) {
    this.random = new SplittableRandom(seed);
    this.from = from;
    this.perEvent = (double) count / over;
  }

  /** Whether another one is due after so many events. */
  boolean isDue(long events) {
    return made < Math.round(perEvent * (events + 1 - from));
  }

  /** How many were made. */
  long made() {
    return made;
  }

  /** The next one; each says which it is, so that no two are equal. */
  byte[] next() {
    long number = made++;
    return switch (random.nextInt(4)) {
      case 0 -> ascii("garbage " + number);
      case 1 -> ascii("{\"event_id\":\"g-" + number + "\",\"time\":\"yesterday\"}");
      case 2 -> ascii("{\"event_id\":\"g-" + number + "\",\"agent\":{\"id\":");
      default -> noise(number);
    };
  }

  private byte[] noise(long number) {
    byte[] noise = new byte[Long.BYTES + random.nextInt(LONGEST)];
    random.nextBytes(noise);
    for (int i = 0; i < Long.BYTES; i++) {
      noise[i] = (byte) (number >>> (Byte.SIZE * i));
    }
    return noise;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
