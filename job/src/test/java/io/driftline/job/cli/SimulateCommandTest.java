package io.driftline.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int simulate(String... options) {
    String[] arguments = new String[options.length + 1];
    arguments[0] = "simulate";
    System.arraycopy(options, 0, arguments, 1, options.length);
    return Driftline.run(new PrintWriter(out), new PrintWriter(err), arguments);
  }

  @Test
  void saysWhatItMadeWhereAndWhatNext() {
    assertThat(simulate("--out=" + folder, "--agents=8", "--days=4")).isZero();
    assertThat(out.toString())
        .containsPattern(
            "[\\d,]+ actions of 8 agents for 120 people, 4 days from 2026-01-28, 13 att")
        .contains("next: driftline evaluate --activity " + folder.resolve("activity.jsonl"));
  }

  @Test
  void canLeaveTheAttacksOut() {
    assertThat(simulate("--out=" + folder, "--agents=8", "--days=1", "--no-attacks")).isZero();
    assertThat(out.toString()).contains("no attacks");
  }

  @Test
  void canLetAgentsDriftInsteadOfBeingAttacked() {
    assertThat(simulate("--out=" + folder, "--drift", "--agents=20", "--days=20")).isZero();
    assertThat(out.toString())
        .containsPattern("20 days from 2026-01-05, 10 agents drift, 2 have one wild day")
        .contains("next: driftline drift --activity " + folder.resolve("activity.jsonl"));
    assertThat(folder.resolve("drift.jsonl")).isNotEmptyFile();
    assertThat(folder.resolve("labels.jsonl")).doesNotExist();
  }

  @Test
  void canViolateEachRuleOfGovernanceOnceInstead() {
    assertThat(simulate("--out=" + folder, "--posture", "--agents=14")).isZero();
    assertThat(out.toString())
        .containsPattern("[\\d,]+ actions of 36 agents, 45 days from 2026-01-05, 21 violations")
        .contains("in " + folder.resolve("activity.jsonl"));
    assertThat(folder.resolve("registry.jsonl")).isNotEmptyFile();
    assertThat(folder.resolve("truth.jsonl")).isNotEmptyFile();
  }

  @Test
  void refusesOptionsThatSayNothingOfARegistry() {
    assertThat(simulate("--out=" + folder, "--posture", "--days=10")).isEqualTo(2);
    assertThat(err.toString()).contains("--posture goes with --seed, --agents and --start only");
    assertThat(simulate("--out=" + folder, "--posture", "--start=2026-01-06")).isEqualTo(2);
    assertThat(err.toString()).contains("start must be midnight of a Monday in UTC");
  }

  @Test
  void refusesToLetAgentsDriftWhereATenthOfThemIsNone() {
    assertThat(simulate("--out=" + folder, "--drift", "--agents=9")).isEqualTo(2);
    assertThat(err.toString()).contains("agents must be at least 10 with --drift", "was 9");
  }

  @Test
  void refusesTooFewAgentsOnOneLine() {
    assertThat(simulate("--out=" + folder, "--agents=3")).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly(
            "driftline: agents must be at least 8, was 3 (see driftline simulate --help)");
  }

  @Test
  void refusesADateThatIsNone() {
    assertThat(simulate("--out=" + folder, "--start=soon")).isEqualTo(2);
    assertThat(err.toString().lines()).singleElement().asString().contains("--start", "soon");
  }

  @Test
  void wantsOneTarget() {
    assertThat(simulate()).isEqualTo(2);
    assertThat(simulate("--out=x", "--kafka=localhost:9092")).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(2);
  }

  @Test
  void refusesAnAddressThatIsNone() {
    assertThat(simulate("--kafka=nonsense")).isEqualTo(1);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .startsWith("driftline: cannot use brokers nonsense")
        .endsWith("(give host:port, separated by commas)");
  }
}
