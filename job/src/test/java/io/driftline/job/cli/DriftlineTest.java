package io.driftline.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class DriftlineTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Driftline.run(new PrintWriter(out), new PrintWriter(err), arguments);
  }

  @Test
  void helpListsTheCommands() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("Usage: driftline", "bench");
  }

  @Test
  void everyCommandHasHelp() {
    assertThat(run("bench", "pipeline", "--help")).isZero();
    assertThat(out.toString()).contains("Usage: driftline bench pipeline");
  }

  @Test
  void versionNamesTheRelease() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString()).startsWith("driftline ");
  }

  @Test
  void noCommandIsAUsageError() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly("driftline: which command? (see driftline --help)");
  }

  @Test
  void anUnknownOptionIsAUsageErrorOnOneLine() {
    assertThat(run("bench", "pipeline", "--evnts=3")).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly(
            "driftline: Unknown option: '--evnts=3' (see driftline bench pipeline --help)");
  }

  @Test
  void anOptionOutOfRangeIsAUsageError() {
    assertThat(run("bench", "pipeline", "--pairs=0")).isEqualTo(2);
    assertThat(err.toString()).contains("pairs must be at least 1, was 0");
  }
}
