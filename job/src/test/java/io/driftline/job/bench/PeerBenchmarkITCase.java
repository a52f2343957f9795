package io.driftline.job.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.job.cli.Driftline;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class PeerBenchmarkITCase {

  @Test
  void putsDriftlineBesideItsPeers(@TempDir Path folder) throws Exception {
    PrintWriter ignored = new PrintWriter(new StringWriter());
    assertThat(
            Driftline.run(
                ignored, ignored, "simulate", "--out=" + folder, "--agents=8", "--days=3"))
        .isZero();

    String table = new PeerBenchmark(folder, 2).table();

    assertThat(table.lines())
        .hasSize(7)
        .allMatch(line -> line.chars().filter(c -> c == '|').count() == 10);
    assertThat(table)
        .contains("| Driftline | 0.", "| isolation forest | 0.", "| SMILE's fit | 0.")
        .contains("| Random Cut Forest | 0.", "| first seen | 0.");
  }
}
