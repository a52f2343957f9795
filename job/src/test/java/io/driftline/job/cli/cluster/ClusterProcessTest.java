package io.driftline.job.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ClusterProcessTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir private Path folder;

  @Test
  void canBeKilledAndStartedAgain() throws Exception {
    try (ClusterProcess process = process("sleep", "1000")) {
      process.start();
      long first = process.pid();
      process.kill();
      assertThat(process.isAlive()).isFalse();
      process.start();
      assertThat(process.isAlive()).isTrue();
      assertThat(process.pid()).isNotEqualTo(first);
    }
  }

  @Test
  void saysHowItEndedByTheEndOfItsLog() throws Exception {
    try (ClusterProcess process = process("sh", "-c", "echo why; exit 3")) {
      process.start();
      assertThat(process.awaitExit(30)).isEqualTo(3);
      assertThatThrownBy(process::requireAlive).hasMessageEndingWith("its log ends:\nwhy");
    }
  }

  @Test
  void cannotBeStartedTwice() throws Exception {
    try (ClusterProcess process = process("sleep", "1000")) {
      process.start();
      assertThatThrownBy(process::start).hasMessage("test is running already");
    }
  }

  @Test
  void doesNotOutliveWhoStartedItHoweverThatEnds() throws Exception {
    Path pid = folder.resolve("pid");
    Process parent =
        new ProcessBuilder(
                JavaCommand.withOptions(List.of())
                    .runningFromHere(Parent.class, List.of(folder.toString(), pid.toString())))
            .start();
    parent.waitFor();

    ProcessHandle child = ProcessHandle.of(Long.parseLong(Files.readString(pid))).orElse(null);
    Await.until("the child has ended", SOON, () -> child == null || !child.isAlive());
  }

  private ClusterProcess process(String... command) {
    return new ClusterProcess("test", List.of(command), Map.of(), folder);
  }

  /** Starts a process, and ends without a chance to end it. */
  static final class Parent {

    private Parent() {}

    public static void main(String[] arguments) throws Exception {
      ClusterProcess child =
          new ClusterProcess("child", List.of("sleep", "1000"), Map.of(), Path.of(arguments[0]));
      child.start();
      Files.writeString(Path.of(arguments[1]), Long.toString(child.pid()));
      Runtime.getRuntime().halt(9);
    }
  }
}
