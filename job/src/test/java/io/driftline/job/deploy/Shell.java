package io.driftline.job.deploy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a command to its end. */
record Shell(int exitCode, String output) {

  private static final long PATIENCE_SECONDS = 60;

  static Shell run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException(String.join(" ", command) + " did not end: " + output);
    }
    return new Shell(process.exitValue(), output);
  }

  /** Whether a command is there; what needs it is skipped otherwise. */
  static boolean has(String command) throws IOException, InterruptedException {
    return run(Map.of(), "sh", "-c", "command -v " + command).exitCode() == 0;
  }

  static Shell script(Path script, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("sh", script.toString()));
    command.addAll(List.of(arguments));
    return run(environment, command.toArray(String[]::new));
  }
}
