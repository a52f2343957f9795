package io.driftline.job.cli.forward;

import io.driftline.job.cli.Driftline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code driftline forward} in a process of its own, which can be killed. */
final class ForwardProcess implements AutoCloseable {

  static final String TOKEN = "Bearer not-to-be-told";

  private final Process process;
  private final Path output;

  /**
   * @param output where stdout and stderr go
   * @param arguments behind {@code driftline forward}
   */
  ForwardProcess(Path output, List<String> arguments) throws IOException {
    this.output = output;
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Driftline.class.getName(), "forward"));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("WEBHOOK_TOKEN", TOKEN);
    process = builder.redirectOutput(output.toFile()).start();
  }

  /** As {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** As Ctrl-C does. */
  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(15, TimeUnit.SECONDS)) {
      throw new AssertionError("does not stop");
    }
  }

  /** What was printed so far. */
  String output() throws IOException {
    return Files.readString(output);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
