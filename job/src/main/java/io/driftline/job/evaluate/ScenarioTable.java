package io.driftline.job.evaluate;

import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * In how many of several simulations each kind of attack was found, and at how many false alarms.
 * An attack of several sessions is found when one of them is.
 */
public final class ScenarioTable {

  private final Map<String, Row> rows = new TreeMap<>();
  private final DoubleSummaryStatistics falseAlarms = new DoubleSummaryStatistics();

  private static final class Row {
    private int played;
    private int found;
    private long sessions;
    private long sessionsFound;
  }

  /** Adds what was found in one simulation. */
  public void add(EvaluationResult result) {
    result.attacks().kinds().forEach(this::add);
    falseAlarms.accept(falseAlarmsPerThousand(result.testAlerts()));
  }

  private void add(AttackTally tally) {
    Row row = rows.computeIfAbsent(tally.kind(), kind -> new Row());
    row.played++;
    row.found += tally.found() > 0 ? 1 : 0;
    row.sessions += tally.labelled();
    row.sessionsFound += tally.found();
  }

  /** In how many simulations this kind was found, 0 for a kind that was never played. */
  public int found(String kind) {
    return rows.containsKey(kind) ? rows.get(kind).found : 0;
  }

  /** Alerts on harmless actions of the test phase per 1,000 of those; 0 if there are none. */
  static double falseAlarmsPerThousand(AlertQuality alerts) {
    long harmless = alerts.events() - alerts.malicious();
    return harmless == 0 ? 0 : 1000.0 * (alerts.alerts() - alerts.maliciousAlerts()) / harmless;
  }

  /** One line per kind by name, then the false alarms; each line ended by a line feed. */
  public String text() {
    StringBuilder text = new StringBuilder();
    line(text, "%-22s %12s %16s", "attack", "found in", "sessions found");
    rows.forEach(
        (kind, row) ->
            line(
                text,
                "%-22s %5d of %3d %9d of %3d",
                kind,
                row.found,
                row.played,
                row.sessionsFound,
                row.sessions));
    line(
        text,
        "false alarms per 1,000 harmless actions: %.2f (%.2f to %.2f)",
        falseAlarms.getAverage(),
        falseAlarms.getCount() == 0 ? 0 : falseAlarms.getMin(),
        falseAlarms.getCount() == 0 ? 0 : falseAlarms.getMax());
    return text.toString();
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
