package io.driftline.job.evaluate;

import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * In how many of several simulations each kind of attack was found, by which signal, and how often
 * each signal spoke in vain. An attack of several sessions is found when one of them is.
 */
public final class ScenarioTable {

  private final Map<String, Row> rows = new TreeMap<>();
  private final Map<Signal, DoubleSummaryStatistics> inVain = new EnumMap<>(Signal.class);

  private static final class Row {
    private final Map<Signal, Integer> foundBy = new EnumMap<>(Signal.class);
    private int played;
    private int found;
    private long sessions;
    private long sessionsFound;

    private void add(List<SessionLabel> attacks, ScenarioOutcome outcome) {
      played++;
      found += attacks.stream().anyMatch(outcome::isFound) ? 1 : 0;
      sessions += attacks.size();
      sessionsFound += attacks.stream().filter(outcome::isFound).count();
      for (Signal signal : Signal.values()) {
        boolean spoke = attacks.stream().anyMatch(attack -> outcome.isFound(attack, signal));
        foundBy.merge(signal, spoke ? 1 : 0, Integer::sum);
      }
    }
  }

  /** Adds what was found in one simulation. */
  public void add(ScenarioOutcome outcome) {
    outcome.attacks().stream()
        .collect(Collectors.groupingBy(SessionLabel::attack))
        .forEach(
            (kind, attacks) -> rows.computeIfAbsent(kind, any -> new Row()).add(attacks, outcome));
    for (Signal signal : Signal.values()) {
      inVain
          .computeIfAbsent(signal, any -> new DoubleSummaryStatistics())
          .accept(outcome.falsePerThousand(signal));
    }
  }

  /** In how many simulations this kind was found, 0 for a kind that was never played. */
  public int found(String kind) {
    return rows.containsKey(kind) ? rows.get(kind).found : 0;
  }

  /** The same by one signal. */
  public int found(String kind, Signal signal) {
    return rows.containsKey(kind) ? rows.get(kind).foundBy.get(signal) : 0;
  }

  /** One line per kind by name, then what was said in vain; each line ended by a line feed. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "%-22s %12s", "attack", "found in"));
    for (Signal signal : Signal.values()) {
      text.append(String.format(Locale.ROOT, " %12s", "by " + signal.code()));
    }
    text.append(String.format(Locale.ROOT, " %16s\n", "sessions found"));
    rows.forEach((kind, row) -> line(text, kind, row));
    text.append("in vain, per 1,000 harmless actions:\n");
    inVain.forEach((signal, figures) -> line(text, signal, figures));
    return text.toString();
  }

  private static void line(StringBuilder text, String kind, Row row) {
    text.append(String.format(Locale.ROOT, "%-22s %5d of %3d", kind, row.found, row.played));
    for (Signal signal : Signal.values()) {
      text.append(String.format(Locale.ROOT, " %12d", row.foundBy.get(signal)));
    }
    text.append(String.format(Locale.ROOT, " %9d of %3d\n", row.sessionsFound, row.sessions));
  }

  private static void line(StringBuilder text, Signal signal, DoubleSummaryStatistics figures) {
    text.append(
        String.format(
            Locale.ROOT,
            "  %-10s %.2f (%.2f to %.2f)\n",
            signal.many(),
            figures.getAverage(),
            figures.getMin(),
            figures.getMax()));
  }
}
