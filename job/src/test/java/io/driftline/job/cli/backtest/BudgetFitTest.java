package io.driftline.job.cli.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BudgetFitTest {

  /** A Monday. */
  private static final int MONDAY = (int) LocalDate.of(2026, 2, 2).toEpochDay();

  private static List<Day> days(int count, int warmUp) {
    List<Day> days = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      days.add(new Day(MONDAY + i, 1000, 10, 1, i >= warmUp));
    }
    return days;
  }

  /** A tenth of the alerts for each 25 points, 1,000 on a working day at line 50. */
  private static AlertCurve curve(int days, int warmUp, double weekendShare) {
    return new AlertCurve(
        IntStream.rangeClosed(50, 100)
            .mapToObj(line -> counts(line, days, warmUp, weekendShare))
            .toList());
  }

  private static AlertCounts counts(int line, int days, int warmUp, double weekendShare) {
    int[] byDay = new int[days];
    for (int i = 0; i < days; i++) {
      boolean weekend =
          LocalDate.ofEpochDay(MONDAY + i).getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
      double usual = 1000 * Math.pow(10, -(line - 50) / 25.0) * (weekend ? weekendShare : 1);
      byDay[i] = (int) Math.round(i < warmUp ? 20 * usual : usual);
    }
    return new AlertCounts(byDay, 1, 1, 0, 0, 0);
  }

  @Test
  void findsTheLineAtWhichAnExponentialTailMeetsTheBudget() {
    BudgetFit fit = new BudgetFit(curve(14, 0, 1), days(14, 0));
    assertThat(fit.line(100)).isEqualTo(75, within(0.2));
    assertThat(fit.line(20)).isEqualTo(92.5, within(0.3));
    assertThat(fit.days()).isEqualTo(14);
  }

  @Test
  void leavesOutWarmUp() {
    BudgetFit fit = new BudgetFit(curve(14, 7, 1), days(14, 7));
    assertThat(fit.line(100)).isEqualTo(75, within(0.2));
    assertThat(fit.days()).isEqualTo(7);
  }

  @Test
  void weighsWorkingDaysAndWeekendsAsInAWeekWhateverDaysThereWere() {
    // Monday to Saturday of a week without alerts on weekends: an average day has 5/7 of the
    // alerts.
    BudgetFit fit = new BudgetFit(curve(6, 0, 0), days(6, 0));
    assertThat(fit.line(100 * 5 / 7.0)).isEqualTo(75, within(0.2));
  }

  @Test
  void suggestsNothingThatNoLineGives() {
    BudgetFit fit = new BudgetFit(curve(14, 0, 1), days(14, 0));
    assertThat(fit.line(0.1)).isNaN();
    assertThat(fit.line(10_000)).isNaN();
  }

  @Test
  void suggestsNothingFromWarmUpAlone() {
    BudgetFit fit = new BudgetFit(curve(5, 5, 1), days(5, 5));
    assertThat(fit.days()).isZero();
    assertThat(fit.line(100)).isNaN();
  }
}
