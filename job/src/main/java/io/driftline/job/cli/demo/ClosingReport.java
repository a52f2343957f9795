package io.driftline.job.cli.demo;

import io.driftline.simulate.AttackKind;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;

/** What the demo says at its end. */
final class ClosingReport {

  private static final int RULE = 100;

  private final DemoScenario scenario;
  private final Scoreboard board;
  private final Paint paint;
  private final StringBuilder text = new StringBuilder(2048);

  private ClosingReport(DemoScenario scenario, Scoreboard board, Paint paint) {
    this.scenario = scenario;
    this.board = board;
    this.paint = paint;
  }

  static String of(
      DemoScenario scenario, Scoreboard board, Duration elapsed, URI webPage, Paint paint) {
    ClosingReport report = new ClosingReport(scenario, board, paint);
    report.headline(elapsed);
    report.attacks();
    report.alarms();
    report.next(webPage);
    return report.text.toString();
  }

  private void headline(Duration elapsed) {
    line(paint.faint("─".repeat(RULE)));
    line(
        "%,d actions of %d agents in %d s: %,d learnt from, %,d watched, %,d anomalies raised",
        scenario.clean().size() + scenario.watched().size(),
        scenario.registry().size(),
        elapsed.toSeconds(),
        scenario.clean().size(),
        scenario.watched().size(),
        board.raised());
    line("");
  }

  private void attacks() {
    Truth truth = scenario.truth();
    line(paint.strong("scripted attacks: %d of %d found"), board.found(), truth.lengths().size());
    truth.lengths().forEach(this::attack);
    line("");
  }

  private void attack(AttackKind attack, int length) {
    Scoreboard.Find find = board.find(attack);
    if (find == null) {
      line("  %s %-21s none of its %d actions raised", paint.bad("✘"), Tag.name(attack), length);
    } else {
      line(
          "  %s %-21s at action %d of %d, %d raised",
          paint.good("✔"), Tag.name(attack), find.firstAction(), length, find.raised());
    }
  }

  private void alarms() {
    int falseAlarms = board.count(Tag.Kind.FALSE_ALARM);
    line(
        "false alarms        %,d of %,d actions: %.2f in 1,000",
        falseAlarms, scenario.watched().size(), 1000.0 * falseAlarms / scenario.watched().size());
    line(
        "beside an attack    %,d harmless actions of attacked sessions raised",
        board.count(Tag.Kind.BESIDE));
    line("while learning      %,d raised (not shown)", board.whileLearning());
    line("first true anomaly  %s", firstTrue());
  }

  private String firstTrue() {
    Duration first = board.firstTrue();
    return first == null ? "none" : first.toSeconds() + " s after the start";
  }

  private void next(URI webPage) {
    line("web page            %s (gone now; --duration 10min keeps it longer)", webPage);
    line("");
    line("next, on your own activity:");
    line("  driftline run --bootstrap-servers HOST:PORT     from Kafka, as it happens");
    line("  driftline evaluate --activity FILE              from a file, with scores of all");
    line("or on more of this:");
    line("  driftline simulate --out DIR                    files with labels, to evaluate");
    line("  driftline demo --seed 7                         other agents, other attacks");
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
