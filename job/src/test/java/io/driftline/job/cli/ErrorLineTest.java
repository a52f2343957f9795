package io.driftline.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class ErrorLineTest {

  @Test
  void saysWhatFailedAndWhatToDo() {
    assertThat(ErrorLine.of(new CommandFailure("no events in a.jsonl", "is it empty?")))
        .isEqualTo("driftline: no events in a.jsonl (is it empty?)");
  }

  @Test
  void findsTheFailureBehindAWrapper() {
    Exception wrapped = new IllegalStateException("wrapped", new CommandFailure("a", "b"));

    assertThat(ErrorLine.of(wrapped)).isEqualTo("driftline: a (b)");
  }

  @Test
  void prefersAFailureToItsCause() {
    Exception cause = new IllegalArgumentException("detail");

    assertThat(ErrorLine.of(new CommandFailure("a", "b", cause))).isEqualTo("driftline: a (b)");
  }

  @Test
  void namesAMissingFile() {
    Exception missing = new UncheckedIOException(new NoSuchFileException("events.jsonl"));

    assertThat(ErrorLine.of(missing))
        .isEqualTo("driftline: no such file: events.jsonl (check the path)");
  }

  @Test
  void namesAPortInUse() {
    assertThat(ErrorLine.of(new BindException("web page port 8081")))
        .isEqualTo("driftline: the port is in use: web page port 8081 (choose another port)");
  }

  @Test
  void keepsToTheFirstLineOfAMessage() {
    assertThat(ErrorLine.of(new IllegalStateException("first\nsecond")))
        .isEqualTo("driftline: IllegalStateException: first (--debug shows where)");
  }

  @Test
  void namesTheKindOfAnErrorWithoutMessage() {
    assertThat(ErrorLine.of(new UnsupportedOperationException()))
        .isEqualTo("driftline: UnsupportedOperationException (--debug shows where)");
  }
}
