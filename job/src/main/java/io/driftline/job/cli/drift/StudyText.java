package io.driftline.job.cli.drift;

import io.driftline.job.evaluate.Spread;
import io.driftline.simulate.SimulationSettings;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Lays out a study as text for people: the default sensitivity in full, then all side by side. */
final class StudyText {
  private final StringBuilder text = new StringBuilder();

  StudyText(StudyReport report) {
    counts(report);
    StudyFigures main = report.main();
    text.append('\n');
    line(
        "%-16s %7s  %-20s  %-20s %7s %7s %8s %5s",
        "drift", "agents", "in time", "right and in time", "median", "95 %", "events", "most");
    main.drifts().forEach(this::drift);
    text.append('\n');
    main.scripts().stream().filter(each -> !each.script().lasting()).forEach(this::spike);
    falseAlarms(main.falseAlarms());
    if (report.figures().size() > 1) {
      curve(report);
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private void counts(StudyReport report) {
    SimulationSettings each = report.settings().first().enterprise();
    line(
        "%,d enterprises of %,d agents over %,d days, seeds %d to %d, %,d actions; sensitivity %s",
        report.runs(),
        each.agents(),
        each.days(),
        each.seed(),
        each.seed() + report.runs() - 1,
        report.actions(),
        plain(report.main().sensitivity()));
  }

  private void drift(ScriptFigures figures) {
    line(
        "%-16s %7d  %-20s  %-20s %7s %7s %8.2f %5d",
        figures.script().code(),
        figures.agents(),
        share(figures.inTime(), figures.inTimeBySeed()),
        share(figures.rightInTime(), figures.rightInTimeBySeed()),
        days(figures.delays().quantile(0.5)),
        days(figures.delays().quantile(0.95)),
        figures.events(),
        figures.mostEvents());
  }

  private void spike(ScriptFigures figures) {
    line(
        "%s alone raised a drift within %d days on %.1f %% of %d agents",
        figures.script().code(), Expectation.SPIKE_DAYS, 100 * figures.inTime(), figures.agents());
  }

  private void falseAlarms(FalseAlarms alarms) {
    line(
        "false alarms per agent-year: %s (%s to %s), %,d in %,.1f agent-years",
        number(alarms.perYear()),
        number(alarms.perYearBySeed().min()),
        number(alarms.perYearBySeed().max()),
        alarms.alarms(),
        alarms.agentYears());
    alarms.byLabel().forEach((label, count) -> line("  %-40s %,7d", label, count));
  }

  private void curve(StudyReport report) {
    text.append('\n');
    text.append(pad("sensitivity")).append(pad("false alarms"));
    report.main().drifts().forEach(each -> text.append(pad(each.script().code())));
    text.append('\n');
    for (StudyFigures figures : report.figures()) {
      text.append(pad(plain(figures.sensitivity())));
      text.append(pad(number(figures.falseAlarms().perYear())));
      figures.drifts().forEach(each -> text.append(pad(tradeOff(each))));
      text.append('\n');
    }
    line("each: found in time, median delay");
  }

  private static String tradeOff(ScriptFigures figures) {
    return String.format(
        Locale.ROOT, "%.0f %% %s", 100 * figures.inTime(), days(figures.delays().quantile(0.5)));
  }

  private static String share(double share, Spread bySeed) {
    return String.format(
        Locale.ROOT,
        "%.1f %% (%.0f to %.0f)",
        100 * share,
        100 * bySeed.min().orElse(0),
        100 * bySeed.max().orElse(0));
  }

  private static String days(OptionalLong days) {
    return days.isPresent() ? days.getAsLong() + " d" : "-";
  }

  private static String number(OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, "%.2f", value.getAsDouble()) : "-";
  }

  /** Without a fraction that says nothing: {@code 1} rather than {@code 1.0}. */
  static String plain(double sensitivity) {
    return BigDecimal.valueOf(sensitivity).stripTrailingZeros().toPlainString();
  }

  private static String pad(String cell) {
    return String.format(Locale.ROOT, "%16s", cell);
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
  }
}
