package io.driftline.job.cli.backtest;

import io.driftline.job.cli.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** What the command prints: the figures that decide. */
final class BacktestText {

  private BacktestText() {}

  static String of(Backtest backtest) {
    return String.format(
        Locale.ROOT,
        "%,d actions of %,d agents on %d days from %s%n%n%s%n%s",
        backtest.actions(),
        backtest.agentsSeen(),
        backtest.days().size(),
        LocalDate.ofEpochDay(backtest.window().firstDay()),
        sets(backtest.sets()),
        budgets(backtest));
  }

  private static String sets(List<SetResult> sets) {
    Table table =
        new Table(
            List.of("thresholds", "alerts", "usual a day", "worst day", "agents"), 1, 2, 3, 4);
    for (SetResult set : sets) {
      table.add(
          List.of(
              set.set().name(),
              whole(set.counts().total()),
              one(set.usual()),
              whole(set.counts().worstDay()),
              whole(set.counts().agents())));
    }
    return table.render();
  }

  private static String budgets(Backtest backtest) {
    if (backtest.budgetDays() == 0) {
      return "No line is suggested: the baselines were in warm-up on every day.\n";
    }
    Table table =
        new Table(List.of("at most a day", "line", "it raised a day", "worst day"), 0, 1, 2, 3);
    for (Suggestion each : backtest.budgets()) {
      table.add(
          each.exists()
              ? List.of(
                  number(each.perDay()), one(each.line()), one(each.usual()), whole(each.worst()))
              : List.of(number(each.perDay()), "none", "", ""));
    }
    return "Suggested lines, from %d days without warm-up%n%s"
        .formatted(backtest.budgetDays(), table.render());
  }

  private static String number(double value) {
    return value == Math.rint(value) ? whole((long) value) : one(value);
  }

  private static String whole(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  private static String one(double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%,.1f", value);
  }
}
