package io.driftline.job.cli.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.job.cli.chart.Panel.Slot;
import org.junit.jupiter.api.Test;

class SlotsTest {
  private static final long MONDAY = DriftEvents.MONDAY.toEpochDay();

  @Test
  void aShortSpanIsShownByDay() {
    Slots slots = Slots.readable(new DayRange(MONDAY, MONDAY + 2));
    assertThat(slots.slots()).containsExactly(new Slot(0, 1), new Slot(1, 2), new Slot(2, 3));
    assertThat(slots.each()).isEqualTo("day");
  }

  @Test
  void aLongSpanIsShownByWeekFromMondayToSunday() {
    Slots slots = Slots.readable(new DayRange(MONDAY - 3, MONDAY + 40));
    assertThat(slots.slots())
        .startsWith(new Slot(0, 3), new Slot(3, 10))
        .endsWith(new Slot(38, 44));
    assertThat(slots.ranges()).element(1).isEqualTo(new DayRange(MONDAY, MONDAY + 6));
    assertThat(slots.each()).isEqualTo("week");
  }
}
