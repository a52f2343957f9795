package io.driftline.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final StringWriter err = new StringWriter();
  private long now;

  private Progress progress(boolean terminal) {
    InstantSource clock = () -> Instant.ofEpochMilli(now);
    return new Progress("filling", new PrintWriter(err), terminal, clock);
  }

  @Test
  void staysSilentForTwoSeconds() {
    Progress progress = progress(true);
    now = 1999;
    progress.update(1, 2);
    progress.close();

    assertThat(err.toString()).isEmpty();
  }

  @Test
  void rewritesOneLineOnATerminal() {
    Progress progress = progress(true);
    now = 2000;
    progress.update(1500, 3000);

    assertThat(err.toString()).isEqualTo("\r\033[Kfilling: 50 %, 1,500 of 3,000, 2 s");
  }

  @Test
  void foretellsTheRestByThePaceSinceTheFirstWasDone() {
    Progress progress = progress(true);
    now = 1000;
    progress.updateWithRest(10, 1000);
    now = 11_000;
    progress.updateWithRest(110, 1000);

    assertThat(err.toString())
        .isEqualTo("\r\033[Kfilling: 11 %, 110 of 1,000, about 89 s left, 11 s");
  }

  @Test
  void rewritesAtMostFiveTimesASecondOnATerminal() {
    Progress progress = progress(true);
    for (now = 2000; now < 3000; now++) {
      progress.update("working");
    }

    assertThat(err.toString().split("\r", -1)).hasSize(1 + 5);
  }

  @Test
  void writesALineEveryFiveSecondsToAFile() {
    Progress progress = progress(false);
    for (now = 0; now <= 12_000; now += 100) {
      progress.update("working");
    }

    assertThat(err.toString().lines())
        .containsExactly(
            "filling: working, 2 s", "filling: working, 7 s", "filling: working, 12 s");
  }

  @Test
  void clearsItsLineOnClose() {
    Progress progress = progress(true);
    now = 2000;
    progress.update("working");
    progress.close();

    assertThat(err.toString()).endsWith("\r\033[K");
  }

  @Test
  void leavesAFileAloneOnClose() {
    Progress progress = progress(false);
    now = 2000;
    progress.update("working");
    progress.close();

    assertThat(err.toString()).doesNotContain("\033");
  }

  @Test
  void workWithoutAnythingToDoIsDone() {
    Progress progress = progress(true);
    now = 2000;
    progress.update(0, 0);

    assertThat(err.toString()).contains("100 %");
  }
}
