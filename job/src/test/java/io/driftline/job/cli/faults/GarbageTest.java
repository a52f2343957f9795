package io.driftline.job.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.job.ingest.ActivityDecoder;
import io.driftline.job.ingest.SourcePosition;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GarbageTest {

  private static final int COUNT = 300;

  @Test
  void isMadeOnlyWithinItsBurst() {
    Garbage garbage = new Garbage(1, 100, COUNT, 500);

    assertThat(made(garbage, 0, 100)).isZero();
    assertThat(made(garbage, 100, 350)).isEqualTo(COUNT / 2);
    assertThat(made(garbage, 350, 600)).isEqualTo(COUNT / 2);
    assertThat(garbage.made()).isEqualTo(COUNT);
  }

  @Test
  void isRefusedAndNeverTwiceTheSame() {
    Garbage garbage = new Garbage(1, 0, COUNT, 1);
    ActivityDecoder decoder = new ActivityDecoder(Clock.systemUTC());
    Set<String> different = new HashSet<>();
    for (int i = 0; i < COUNT; i++) {
      byte[] record = garbage.next();
      assertThat(decoder.decode(record, SourcePosition.inTopic("t", 0, i)).isAction()).isFalse();
      different.add(new String(record, StandardCharsets.ISO_8859_1));
    }
    assertThat(different).hasSize(COUNT);
  }

  private static long made(Garbage garbage, long from, long to) {
    long before = garbage.made();
    for (long event = from; event < to; event++) {
      while (garbage.isDue(event)) {
        byte[] unused = garbage.next();
      }
    }
    return garbage.made() - before;
  }
}
