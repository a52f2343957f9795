package io.driftline.job.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentAction;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Random and randomly damaged records: each is decoded within the contract or refused. */
class ActivityDecoderFuzzTest {

  private static final int RECORDS = 100_000;
  private static final byte[][] SEEDS = {
    Samples.FULL.getBytes(UTF_8), Samples.MINIMAL.getBytes(UTF_8)
  };
  private static final String[] PIECES = {
    "null",
    "{}",
    "[]",
    "\"\"",
    "\\ud800",
    "\\u0000",
    "1e999",
    "-1",
    "NaN",
    "\u0085",
    "\ud83d\ude00",
    "true",
    "\"agent\":",
    "\"id\":1",
    "{",
    "}",
    "[",
    "\"",
    "\\",
    ",",
    ":",
    "9".repeat(30)
  };

  private final Random random = new Random(20260301);
  private final ActivityDecoder decoder = new ActivityDecoder(Samples.NOW);

  @Test
  void everyDamagedRecordIsDecodedOrRefused() {
    Set<Rejection> met = EnumSet.noneOf(Rejection.class);
    int decoded = 0;
    for (int i = 0; i < RECORDS; i++) {
      Decoded result = check(damaged());
      decoded += result.isAction() ? 1 : 0;
      if (!result.isAction()) {
        met.add(result.deadLetter().reason());
      }
    }
    assertThat(decoded).isBetween(RECORDS / 20, RECORDS * 9 / 10);
    assertThat(met).hasSizeGreaterThan(10);
  }

  @Test
  void everyRandomRecordIsRefused() {
    for (int i = 0; i < RECORDS / 5; i++) {
      byte[] record = new byte[random.nextInt(64)];
      random.nextBytes(record);
      assertThat(check(record).isAction()).isFalse();
    }
  }

  private Decoded check(byte[] record) {
    Decoded result = decoder.decode(record, Samples.PLACE);
    if (result.isAction()) {
      checkLimits(result.action());
    } else {
      assertThat(result.deadLetter().message()).isNotBlank().hasSizeLessThan(300);
      assertThat(result.deadLetter().original()).isEqualTo(record);
    }
    return result;
  }

  private static void checkLimits(AgentAction action) {
    for (String id :
        new String[] {action.eventId(), action.agentId(), action.system(), action.action()}) {
      boolean allowed =
          !id.isEmpty()
              && id.codePointCount(0, id.length()) <= ActivityContract.MAX_IDENTIFIER
              && id.codePoints().noneMatch(ActivityDecoderFuzzTest::isForbidden);
      assertThat(allowed).as(id).isTrue();
    }
    assertThat(action.time())
        .isBetween(
            ActivityContract.EARLIEST, Samples.NOW.instant().plus(ActivityContract.MAX_AHEAD));
  }

  private static boolean isForbidden(int codePoint) {
    return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
  }

  private byte[] damaged() {
    byte[] record = SEEDS[random.nextInt(SEEDS.length)].clone();
    for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
      record = damage(record);
    }
    return record;
  }

  private byte[] damage(byte[] record) {
    int at = random.nextInt(record.length + 1);
    int end = Math.min(record.length, at + random.nextInt(8));
    return switch (random.nextInt(4)) {
      case 0 -> Arrays.copyOf(record, at);
      case 1 -> splice(record, at, at, new byte[] {(byte) random.nextInt(256)});
      case 2 -> splice(record, at, end, PIECES[random.nextInt(PIECES.length)].getBytes(UTF_8));
      default -> splice(record, at, end, Arrays.copyOfRange(record, at, Math.min(end, at + 1)));
    };
  }

  private static byte[] splice(byte[] record, int from, int to, byte[] piece) {
    byte[] out = new byte[from + piece.length + record.length - to];
    System.arraycopy(record, 0, out, 0, from);
    System.arraycopy(piece, 0, out, from, piece.length);
    System.arraycopy(record, to, out, from + piece.length, record.length - to);
    return out;
  }
}
