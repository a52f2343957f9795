package io.driftline.job.evaluate;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Lays out median and spread over several seeds as text for people. */
final class SpreadText {

  private final StringBuilder text = new StringBuilder();

  SpreadText(SeedRuns runs) {
    EvaluationResult first = runs.first().result();
    line("events", "%,d in %.2f s for each seed", first.events(), runs.median(SeedRun::seconds));
    line("seeds", "%s", seeds(runs));
    line("alerts", "%,.0f", runs.median(run -> run.result().alerts()));
    line("events without label", "%,d, left out of the measure", first.unlabelledEvents());
    line("malicious, not scored", "%,d", first.unscoredMalicious());
    text.append('\n');
    line("over the seeds", "%8s %8s %8s", "median", "min", "max");
    for (Figure figure : Figure.values()) {
      spread(figure, runs.spread(figure));
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private static String seeds(SeedRuns runs) {
    return runs.seeds().stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private void spread(Figure figure, Spread spread) {
    line(
        figure.label(),
        "%8s %8s %8s",
        number(figure, spread.median()),
        number(figure, spread.min()),
        number(figure, spread.max()));
  }

  private static String number(Figure figure, OptionalDouble value) {
    return value.isPresent()
        ? String.format(Locale.ROOT, "%." + figure.decimals() + "f", value.getAsDouble())
        : "-";
  }

  private void line(String label, String format, Object... figures) {
    text.append(String.format(Locale.ROOT, "%-24s", label))
        .append(String.format(Locale.ROOT, format, figures))
        .append('\n');
  }
}
