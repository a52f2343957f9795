package io.driftline.job.cli.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One process of a cluster. It can be killed and started again, and never outlives the process that
 * started it, however that ends. Not for several threads.
 */
public final class ClusterProcess implements AutoCloseable {

  private static final long STOP_SECONDS = 15;

  /**
   * A pipe that only this process holds open ends with it, whatever ends it; the shell's child
   * waits for that, and kills what the shell has become. A line tells it that there is nothing left
   * to kill.
   */
  private static final String GUARD =
      """
      exec 3<&0
      (read -r line <&3 || kill -9 $$) >/dev/null 2>&1 &
      exec 3<&-
      exec "$@" </dev/null""";

  private final String name;
  private final List<String> command;
  private final Map<String, String> environment;
  private final Path log;
  private Process process;

  ClusterProcess(String name, List<String> command, Map<String, String> environment, Path logs) {
    this.name = name;
    this.command = guarded(name, command);
    this.environment = Map.copyOf(environment);
    this.log = logs.resolve(name + ".log");
  }

  /** What it is, for example {@code taskmanager-1}. */
  public String name() {
    return name;
  }

  /** Where it writes what it has to say, all its lives one after the other. */
  public Path log() {
    return log;
  }

  /**
   * Starts it, without waiting until it can be used.
   *
   * @throws IllegalStateException if it is running
   */
  public void start() throws IOException {
    if (isAlive()) {
      throw new IllegalStateException(name + " is running already");
    }
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    process = builder.start();
  }

  /** Whether it runs. */
  public boolean isAlive() {
    return process != null && process.isAlive();
  }

  /**
   * Its number.
   *
   * @throws IllegalStateException if it was never started
   */
  public long pid() {
    if (process == null) {
      throw new IllegalStateException(name + " was not started");
    }
    return process.pid();
  }

  /** Kills several as nearly at once as can be. */
  public static void kill(List<ClusterProcess> victims) {
    for (ClusterProcess victim : victims) {
      victim.process.destroyForcibly();
    }
    victims.forEach(ClusterProcess::kill);
  }

  /** Ends it at once, as {@code kill -9} does; it has no chance to put anything in order. */
  public void kill() {
    if (process != null) {
      process.destroyForcibly();
      awaitEnd();
    }
  }

  /** Asks it to end, and kills it if it has not within a quarter of a minute. */
  public void stop() {
    if (process != null) {
      process.destroy();
      awaitEnd();
    }
  }

  /**
   * Waits until it ends by itself.
   *
   * @return its exit code
   * @throws IllegalStateException if it does not end in time
   */
  int awaitExit(long seconds) throws InterruptedException {
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      kill();
      throw new IllegalStateException(name + " did not end within " + seconds + " s");
    }
    dismissGuard();
    return process.exitValue();
  }

  /**
   * @throws IllegalStateException if it does not run, with the end of its log
   */
  void requireAlive() throws IOException {
    if (!isAlive()) {
      throw new IllegalStateException(name + " has ended; its log ends:\n" + logEnd());
    }
  }

  /** The last lines of its log. */
  String logEnd() throws IOException {
    List<String> lines =
        Files.exists(log)
            ? new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList()
            : List.of();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
  }

  @Override
  public void close() {
    stop();
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    dismissGuard();
  }

  private void dismissGuard() {
    try (OutputStream guard = process.getOutputStream()) {
      guard.write('\n');
    } catch (IOException gone) {
      // Then there is nothing to dismiss.
    }
  }

  private static List<String> guarded(String name, List<String> command) {
    List<String> guarded = new ArrayList<>(List.of("/bin/sh", "-c", GUARD, name));
    guarded.addAll(command);
    return guarded;
  }
}
