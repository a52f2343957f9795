package io.driftline.job.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** There may be no Docker here: what the image is made by is run in a folder like its own. */
class DockerfileTest {

  private static List<String> instructions;

  @TempDir private Path home;

  @BeforeAll
  static void read() throws IOException {
    String text = DeploymentFiles.text("Dockerfile").replaceAll("(?m)^#.*\n", "");
    instructions =
        Arrays.stream(text.replace("\\\n", "").split("\n"))
            .filter(line -> !line.isBlank())
            .toList();
  }

  @Test
  void theImageIsSetUp() throws Exception {
    file("opt/flink-s3-fs-presto-2.2.1.jar");
    file("plugins/metrics-prometheus/flink-metrics-prometheus-2.2.1.jar");
    Shell shell = run();
    assertThat(shell.exitCode()).as(shell.output()).isZero();
    assertThat(home.resolve("plugins/s3-fs-presto/flink-s3-fs-presto-2.2.1.jar")).isReadable();
    assertThat(home.resolve("state")).isDirectory();
  }

  @Test
  void aBaseImageWithoutThePluginsFails() throws Exception {
    file("opt/flink-s3-fs-presto-2.2.1.jar");
    assertThat(run().exitCode()).isNotZero();
  }

  @Test
  void whatIsCopiedIsLetThrough() throws IOException {
    List<String> copied =
        instructions.stream()
            .filter(line -> line.startsWith("COPY "))
            .map(line -> line.split(" +")[1])
            .toList();
    List<String> ignore =
        DeploymentFiles.text("Dockerfile.dockerignore")
            .lines()
            .filter(line -> !line.startsWith("#"))
            .toList();
    assertThat(ignore).first().isEqualTo("*");
    assertThat(ignore).containsAll(copied.stream().map(each -> "!" + each).toList());
    assertThat(copied).contains("docker/flink/start-job.sh");
    assertThat(Path.of("..", "docker/flink/start-job.sh")).isRegularFile();
  }

  @Test
  void itRunsAsAUserByNumberWhoIsNotRoot() {
    assertThat(instructions).contains("USER 9999:9999");
    assertThat(instructions.indexOf("USER 9999:9999")).isEqualTo(instructions.size() - 2);
    assertThat(instructions).doesNotContain("USER root");
  }

  private Shell run() throws Exception {
    String command =
        instructions.stream()
            .filter(line -> line.startsWith("RUN "))
            .findFirst()
            .orElseThrow()
            .substring("RUN ".length());
    return Shell.run(Map.of("FLINK_HOME", home.toString()), "sh", "-c", command);
  }

  private void file(String name) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    Files.createFile(file);
  }
}
