package io.driftline.job.cli.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.job.cli.Driftline;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** Arguments that are refused before anything starts. */
class DriftCommandTest {
  private final StringWriter err = new StringWriter();

  private int drift(String... options) {
    String[] arguments = new String[options.length + 1];
    arguments[0] = "drift";
    System.arraycopy(options, 0, arguments, 1, options.length);
    return Driftline.run(new PrintWriter(new StringWriter()), new PrintWriter(err), arguments);
  }

  @Test
  void wantsActivity() {
    assertThat(drift()).isEqualTo(2);
    assertThat(err.toString()).contains("--activity");
  }

  @Test
  void namesAFileThatIsMissing() {
    assertThat(drift("--activity", "missing.jsonl")).isEqualTo(1);
    assertThat(err.toString().lines())
        .containsExactly("driftline: cannot read missing.jsonl (does it exist?)");
  }

  @Test
  void drawsOneAgentOnly() {
    assertThat(drift("--activity=any.jsonl", "--svg=any.svg")).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly(
            "driftline: --svg draws one agent: name it by --agent (see driftline drift --help)");
  }

  @Test
  void refusesDaysThatEndBeforeTheyBegin() {
    assertThat(drift("--activity=any.jsonl", "--from=2026-03-02", "--to=2026-03-01")).isEqualTo(2);
    assertThat(err.toString()).contains("--from 2026-03-02 is after --to 2026-03-01");
  }

  @Test
  void refusesADateThatIsNone() {
    assertThat(drift("--activity=any.jsonl", "--from=soon")).isEqualTo(2);
    assertThat(err.toString().lines()).singleElement().asString().contains("--from", "soon");
  }
}
