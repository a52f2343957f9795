package io.driftline.job.cli.backtest;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/**
 * Finds the alert line for a budget of alerts a day.
 *
 * <p>Days in warm-up are left out, and working days and weekends weigh as much as they do in a
 * week, however many of each there were. The line is not read off the few alerts near the budget
 * alone: scores fall off exponentially (25 points are a factor of ten, by calibration), so the
 * logarithm of the daily alerts is fitted by a straight line over the lines that raise from a half
 * to six times the budget, each weighted by its alerts, which is the inverse of the variance of the
 * logarithm of a Poisson count.
 */
final class BudgetFit {

  private static final double FEWEST_OF_BUDGET = 0.5;
  private static final double MOST_OF_BUDGET = 6;
  private static final int FEWEST_ALERTS = 3;
  private static final double WORKING_SHARE = 5 / 7.0;

  private final AlertCurve curve;
  private final double[] weights;
  private final double[] rates;

  /**
   * @param days of the window, as many as the curve has
   */
  BudgetFit(AlertCurve curve, List<Day> days) {
    this.curve = curve;
    this.weights = weights(days);
    this.rates = curve.counts().stream().mapToDouble(this::rate).toArray();
  }

  /** How many days the suggestions rest on. */
  int days() {
    int days = 0;
    for (double weight : weights) {
      days += weight > 0 ? 1 : 0;
    }
    return days;
  }

  /** Alerts a day of an average week; {@link Double#NaN} without a day to tell from. */
  double rate(AlertCounts counts) {
    double sum = 0;
    for (int day = 0; day < weights.length; day++) {
      sum += weights[day] * counts.byDay()[day];
    }
    return days() == 0 ? Double.NaN : sum;
  }

  /**
   * The line that raises {@code perDay} alerts a day; {@link Double#NaN} if no line from {@value
   * AlertCurve#LOWEST} to 100 does.
   */
  double line(double perDay) {
    double line = fitted(perDay);
    boolean inRange = line >= AlertCurve.LOWEST && line <= AlertCurve.line(curve.lines() - 1);
    return inRange ? Math.round(10 * line) / 10.0 : Double.NaN;
  }

  /** Weighted least squares of ln(rate) on the line; the classic sums. */
  private double fitted(double perDay) {
    double n = 0;
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    for (int i = 0; i < rates.length; i++) {
      double weight = weight(i, perDay);
      if (weight > 0) {
        double at = AlertCurve.line(i);
        double log = StrictMath.log(rates[i]);
        n += weight;
        x += weight * at;
        y += weight * log;
        xx += weight * at * at;
        xy += weight * at * log;
      }
    }
    double slope = (n * xy - x * y) / (n * xx - x * x);
    return slope < 0 ? (StrictMath.log(perDay) - (y - slope * x) / n) / slope : Double.NaN;
  }

  private double weight(int line, double perDay) {
    double rate = rates[line];
    boolean near = rate >= FEWEST_OF_BUDGET * perDay && rate <= MOST_OF_BUDGET * perDay;
    double alerts = rate * days();
    return near && alerts >= FEWEST_ALERTS ? alerts : 0;
  }

  private static double[] weights(List<Day> days) {
    int working = (int) days.stream().filter(day -> day.warm() && isWorking(day)).count();
    int weekend = (int) days.stream().filter(Day::warm).count() - working;
    double[] weights = new double[days.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = days.get(i).warm() ? weight(isWorking(days.get(i)), working, weekend) : 0;
    }
    return weights;
  }

  private static double weight(boolean isWorking, int working, int weekend) {
    if (working == 0 || weekend == 0) {
      return 1.0 / (working + weekend);
    }
    return isWorking ? WORKING_SHARE / working : (1 - WORKING_SHARE) / weekend;
  }

  private static boolean isWorking(Day day) {
    return LocalDate.ofEpochDay(day.day()).getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
  }
}
