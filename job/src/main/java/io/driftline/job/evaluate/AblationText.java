package io.driftline.job.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Lays out what leaving out each group of features changes: one line a group. */
final class AblationText {

  private final StringBuilder text = new StringBuilder();

  AblationText(SeedRuns all, List<AblatedRuns> ablations) {
    text.append('\n').append(pad("", "event")).append("                             session\n");
    text.append(pad("change without", heading()));
    for (AblatedRuns ablated : ablations) {
      text.append('\n').append(pad(ablated.without().code(), changes(all, ablated.runs())));
    }
    text.append('\n');
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private static String heading() {
    String ranking = "%7s %7s %7s %7s  ".formatted("AUC", "AP", "R@1%", "R@5%");
    return ranking + ranking + "%8s %7s %8s".formatted("alerts", "found", "delay");
  }

  private static String changes(SeedRuns all, SeedRuns ablated) {
    StringBuilder line = new StringBuilder();
    for (Figure figure : Figure.values()) {
      OptionalDouble change = ablated.change(figure, all);
      line.append(String.format(Locale.ROOT, "%" + width(figure) + "s", signed(figure, change)));
      line.append(separator(figure));
    }
    return line.toString().stripTrailing();
  }

  private static int width(Figure figure) {
    return figure == Figure.ALERTS || figure == Figure.EVENTS_TO_ALERT ? 8 : 7;
  }

  private static String separator(Figure figure) {
    return figure == Figure.EVENT_RECALL_5 || figure == Figure.SESSION_RECALL_5 ? "  " : " ";
  }

  private static String signed(Figure figure, OptionalDouble change) {
    return change.isPresent()
        ? String.format(Locale.ROOT, "%+." + figure.decimals() + "f", change.getAsDouble())
        : "-";
  }

  private static String pad(String label, String rest) {
    return String.format(Locale.ROOT, "%-24s%s", label, rest);
  }
}
