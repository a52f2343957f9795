package io.driftline.job.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.job.cli.Driftline;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditBenchCommandTest {

  @TempDir private Path folder;

  @Test
  void writesATrailThatVerifies() {
    String trail = folder.resolve("trail.jsonl").toString();
    String seals = folder.resolve("seals.jsonl").toString();

    assertThat(
            run(
                "bench",
                "audit",
                "--records=5000",
                "--agents=7",
                "--out=" + trail,
                "--seals=" + seals))
        .startsWith("5,000 records of ");
    assertThat(run("audit", "verify", "--file=" + trail, "--seals=" + seals))
        .contains("intact  5,000 records of 7 agents", "to the last record");
  }

  private static String run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    assertThat(Driftline.run(new PrintWriter(out), new PrintWriter(err), arguments))
        .as(err.toString())
        .isZero();
    return out.toString();
  }
}
