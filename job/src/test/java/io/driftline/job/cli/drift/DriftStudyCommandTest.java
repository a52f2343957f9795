package io.driftline.job.cli.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DriftStudyCommandTest {
  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int study(String... options) {
    return new CommandLine(
            new DriftStudyCommand((agent, sensitivity) -> new DistinctSystems(sensitivity)))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(options);
  }

  @Test
  void printsTheReportAndDrawsTheCurve() {
    Path picture = folder.resolve("curve.svg");
    assertThat(study("--seeds=1", "--agents=10", "--days=60", "--svg=" + picture)).isZero();
    assertThat(out.toString())
        .startsWith("1 enterprises of 10 agents over 60 days, seeds 1 to 1, ");
    assertThat(picture).content().startsWith("<svg ").endsWith("</svg>\n");
  }

  @Test
  void printsJson() {
    assertThat(study("--seeds=1", "--agents=10", "--days=60", "--sensitivities=1", "--json"))
        .isZero();
    assertThat(out.toString()).startsWith("{\"enterprises\":1,\"first_seed\":1,").endsWith("}\n");
  }

  @Test
  void refusesWhatMeansNothing() {
    assertThat(study("--seeds=0")).isEqualTo(2);
    assertThat(study("--agents=3")).isEqualTo(2);
    assertThat(study("--threads=0")).isEqualTo(2);
    assertThat(err.toString())
        .contains("--seeds must be at least 1, was 0", "agents must be at least 8, was 3");
  }
}
