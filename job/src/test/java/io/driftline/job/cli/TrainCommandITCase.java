package io.driftline.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.forest.ModelArtifact;
import io.driftline.forest.ModelArtifactCodec;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class TrainCommandITCase {

  @TempDir private static Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void simulate() {
    PrintWriter ignored = new PrintWriter(new StringWriter());
    Driftline.run(
        ignored, ignored, "simulate", "--out=" + folder, "--agents=8", "--days=2", "--no-attacks");
  }

  private byte[] train(String name, int parallelism) throws IOException {
    Path model = folder.resolve(name);
    int exitCode =
        Driftline.run(
            new PrintWriter(out),
            new PrintWriter(err),
            "train",
            "--activity=" + folder.resolve("activity.jsonl"),
            "--registry=" + folder.resolve("registry.jsonl"),
            "--out=" + model,
            "--parallelism=" + parallelism);
    assertThat(exitCode).as(err.toString()).isZero();
    return Files.readAllBytes(model);
  }

  @Test
  void theSameInputGivesTheSameModelWhateverTheParallelism() throws IOException {
    byte[] first = train("first.bin", 1);

    assertThat(train("second.bin", 2)).isEqualTo(first);
    ModelArtifact model = ModelArtifactCodec.decode(first);
    assertThat(model.provenance().rows()).isGreaterThan(1_000);
    assertThat(out.toString()).contains("id " + model.modelId(), "window  2026-01-28T");
  }

  @Test
  void aFileWithTooLittleInItIsRefused() throws IOException {
    Path small = folder.resolve("small.jsonl");
    Files.write(small, Files.readAllLines(folder.resolve("activity.jsonl")).subList(0, 100));

    int exitCode =
        Driftline.run(
            new PrintWriter(out),
            new PrintWriter(err),
            "train",
            "--activity=" + small,
            "--out=" + folder.resolve("none.bin"));

    assertThat(exitCode).isEqualTo(1);
    // The first 19 of the 100 come before anything is known of their cohort.
    assertThat(err.toString()).contains("has 81 usable events (a model needs at least 256)");
  }
}
