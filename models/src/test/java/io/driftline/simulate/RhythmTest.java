package io.driftline.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class RhythmTest {
  private static final SimulationSettings UNDISTURBED =
      SimulationSettings.defaults().withAttacks(Set.of()).withDays(14);

  @Test
  void mostWorkIsDoneInWorkingHours() {
    assertThat(share(time -> hour(time) >= 7 && hour(time) < 18)).isBetween(0.8, 0.96);
  }

  @Test
  void someWorkIsDoneAtNightBySchedulersAndFewOthers() {
    assertThat(share(time -> hour(time) < 5)).isBetween(0.005, 0.1);
  }

  @Test
  void weekendsAreQuietButNotSilent() {
    assertThat(share(time -> !Rhythm.workingDay(time.toEpochMilli()))).isBetween(0.02, 0.1);
  }

  @Test
  void knowsWorkingDays() {
    assertThat(Rhythm.workingDay(Instant.parse("2026-01-30T23:59:59Z").toEpochMilli())).isTrue();
    assertThat(Rhythm.workingDay(Instant.parse("2026-01-31T00:00:00Z").toEpochMilli())).isFalse();
  }

  @Test
  void financeIsBusiestAtMonthEnd() {
    assertThat(meanIntensity(Purpose.FINANCE_OPS, "2026-01-30T00:00:00Z"))
        .isGreaterThan(1.5 * meanIntensity(Purpose.FINANCE_OPS, "2026-01-14T00:00:00Z"));
  }

  private static int hour(Instant time) {
    return time.atOffset(ZoneOffset.UTC).getHour();
  }

  private static double share(Predicate<Instant> condition) {
    long[] counts = new long[2];
    for (SimulatedAction simulated : new EnterpriseSimulator(UNDISTURBED)) {
      counts[condition.test(simulated.action().time()) ? 1 : 0]++;
    }
    return counts[1] / (double) (counts[0] + counts[1]);
  }

  private static double meanIntensity(Purpose purpose, String day) {
    Dice dice = new Dice(5);
    double sum = 0;
    for (int i = 0; i < 1000; i++) {
      sum += Rhythm.intensity(purpose, Instant.parse(day).toEpochMilli(), dice);
    }
    return sum / 1000;
  }
}
