package io.driftline.job.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.driftline.job.cli.Driftline;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The data of the notebooks is what this version makes of the settings beside it. To bring it up to
 * date run {@code notebooks-data/regenerate.sh}, or this with {@code -Ddriftline.docs.update=true};
 * then {@code notebooks-data/run.sh --update}, since the notebooks show their results.
 */
@Timeout(600)
class NotebookDataITCase {

  private static final Path NOTEBOOKS = Path.of("..", "notebooks-data");

  @TempDir private static Path made;

  @BeforeAll
  static void makeItAgain() {
    run("simulate", "@" + NOTEBOOKS.resolve("simulate.args"), "--out=" + made);
    run(
        "evaluate",
        file("activity"),
        file("registry"),
        file("declared"),
        file("labels"),
        file("scores"),
        file("anomalies"),
        file("drift"),
        file("findings"),
        file("incidents"));
  }

  private static String file(String name) {
    return "--%s=%s".formatted(name, made.resolve(name + ".jsonl"));
  }

  private static void run(String... command) {
    StringWriter err = new StringWriter();
    int exitCode =
        Driftline.run(new PrintWriter(new StringWriter()), new PrintWriter(err), command);
    assertThat(exitCode).as(err.toString()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"activity", "registry", "declared", "labels"})
  void theSettingsMakeTheActivityThatIsThere(String name) throws IOException {
    requireUpToDate(name);
  }

  /** Logarithms may differ in the last digit between processors, and scores with them. */
  @ParameterizedTest
  @ValueSource(strings = {"scores", "anomalies", "drift", "findings", "incidents"})
  void thisVersionSaysOfItWhatIsThere(String name) throws IOException {
    assumeThat(System.getProperty("os.arch")).isIn("amd64", "x86_64");
    requireUpToDate(name);
  }

  private static void requireUpToDate(String name) throws IOException {
    byte[] now = Files.readAllBytes(made.resolve(name + ".jsonl"));
    Path kept = NOTEBOOKS.resolve("data").resolve(name + ".jsonl.gz");
    if (Boolean.getBoolean("driftline.docs.update") && !Arrays.equals(now, content(kept))) {
      write(kept, now);
    }
    assertThat(now.length).as(name).isPositive();
    assertThat(Arrays.equals(now, content(kept)))
        .as(
            "%s is up to date; if not, run notebooks-data/regenerate.sh. %s",
            kept, firstDifference(now, content(kept)))
        .isTrue();
  }

  private static String firstDifference(byte[] now, byte[] kept) {
    List<String> made = new String(now, UTF_8).lines().toList();
    List<String> was = new String(kept, UTF_8).lines().toList();
    for (int line = 0; line < Math.min(made.size(), was.size()); line++) {
      if (!made.get(line).equals(was.get(line))) {
        return "Line %d is%n%s%nand was%n%s".formatted(line + 1, made.get(line), was.get(line));
      }
    }
    return "It has %d lines and had %d".formatted(made.size(), was.size());
  }

  /** Not the compressed bytes: they differ from one packer to the next. */
  private static byte[] content(Path file) throws IOException {
    if (Files.notExists(file)) {
      return new byte[0];
    }
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return in.readAllBytes();
    }
  }

  private static void write(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.getParent());
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(content);
    }
  }
}
