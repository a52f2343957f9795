package io.driftline.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AlertHistoryTest {

  private static final long DAY = 86_400_000L;
  private static final long MONDAY = 20_500 * DAY;
  private static final Offset<Double> NEARLY = within(1e-9);

  private final AlertHistory history = new AlertHistory();

  @Test
  void theLineOfAQuietAgentIsThatOfAll() {
    sessions(50, MONDAY, false);

    assertThat(history.raise("next", MONDAY)).isZero();
  }

  @Test
  void sessionsThatReachedTheLineRaiseIt() {
    sessions(20, MONDAY, false);
    noisy(3, MONDAY);

    // (1 + 3) / (100 + 23) against 1/100.
    assertThat(history.raise("next", MONDAY)).isEqualTo(25 * Math.log10(4.0 / 123 / 0.01), NEARLY);
  }

  @Test
  void aSessionDoesNotRaiseTheLineForItself() {
    for (int action = 0; action < 200; action++) {
      assertThat(history.raise("hijacked", MONDAY)).isZero();
      history.note("hijacked", MONDAY, true);
    }
    assertThat(history.raise("another", MONDAY)).isPositive();
  }

  @Test
  void theLineIsNeverRaisedByMoreThanADecade() {
    noisy(500, MONDAY);

    assertThat(history.raise("next", MONDAY)).isLessThanOrEqualTo(AlertHistory.MOST_POINTS);
  }

  @Test
  void whatHappenedFadesByHalfInTwoDays() {
    noisy(4, MONDAY);

    assertThat(history.raise("next", MONDAY + 2 * DAY))
        .isEqualTo(25 * Math.log10(3.0 / 102 / 0.01), NEARLY);
    assertThat(history.raise("next", MONDAY + 60 * DAY)).isEqualTo(0, within(1e-3));
  }

  @Test
  void aSessionOverDaysCountsOnceADay() {
    history.note("endless", MONDAY, true);
    history.note("endless", MONDAY + DAY, true);

    assertThat(history.raise("endless", MONDAY + DAY)).isPositive();
  }

  @Property(seed = "20261124", tries = 50)
  void whatIsReadIsWhatWasWritten(@ForAll @IntRange(max = 40) int sessions) {
    AlertHistory written = new AlertHistory();
    for (int i = 0; i < sessions; i++) {
      written.note("s" + i, MONDAY + i * DAY / 5, i % 3 == 0);
    }
    AlertHistory read = AlertHistory.fromBytes(written.toBytes());

    assertThat(read.toBytes()).isEqualTo(written.toBytes());
    assertThat(read.raise("s3", MONDAY + 9 * DAY)).isEqualTo(written.raise("s3", MONDAY + 9 * DAY));
  }

  @Test
  void refusesAVersionItDoesNotKnow() {
    byte[] stored = history.toBytes();
    stored[0] = 9;

    assertThatIllegalStateException()
        .isThrownBy(() -> AlertHistory.fromBytes(stored))
        .withMessageStartingWith("alert history has version 9, but this release reads 1 to 1");
  }

  private void noisy(int count, long time) {
    for (int i = 0; i < count; i++) {
      history.note("noisy-" + i, time, true);
    }
  }

  private void sessions(int count, long time, boolean atLine) {
    for (int i = 0; i < count; i++) {
      history.note("s" + i, time, atLine);
    }
  }
}
