package io.driftline.job.cli.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DayTicksTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  @Test
  void aShortSpanHasItsDaysNamedFromTheFirstOn() {
    assertThat(DayTicks.of(MONDAY.plusDays(1), 5)).containsExactly(0, 1, 2, 3, 4);
    assertThat(DayTicks.of(MONDAY.plusDays(1), 9)).containsExactly(0, 2, 4, 6, 8);
  }

  @Test
  void aLongSpanHasMondaysNamed() {
    assertThat(DayTicks.of(MONDAY, 42)).containsExactly(0, 7, 14, 21, 28, 35);
    assertThat(DayTicks.of(MONDAY.plusDays(3), 80)).containsExactly(4, 18, 32, 46, 60, 74);
  }

  @Test
  void noSpanHasMoreNamesThanCanBeRead() {
    for (int days = 1; days < 4000; days++) {
      assertThat(DayTicks.of(MONDAY.plusDays(days), days)).isNotEmpty().hasSizeLessThanOrEqualTo(6);
    }
  }
}
