package io.driftline.job.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoresFileTest {

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("scores.jsonl");
  }

  @Test
  void writesOneLinePerEventInInputOrder() throws IOException {
    ScoresFile.write(
        file,
        List.of(
            new ScoredEvent("e2", "a", "s\"1", 75.25, true),
            new ScoredEvent("e1", "a", null, 0, false)));
    assertThat(Files.readString(file))
        .isEqualTo(
            """
            {"event_id":"e2","session_id":"s\\"1","score":75.25,"alert":true}
            {"event_id":"e1","session_id":null,"score":0.0,"alert":false}
            """);
  }

  @Test
  void writesTheShortestDigitsThatReadBack() throws IOException {
    // Double.toString of a JDK before 19 writes 2.0E23 with digits nobody needs.
    List<ScoredEvent> events =
        List.of(
            new ScoredEvent("e1", null, null, 2.0e-3, false),
            new ScoredEvent("e2", null, null, Double.MIN_NORMAL, false),
            new ScoredEvent("e3", null, null, Double.parseDouble("2e23"), false),
            new ScoredEvent("e4", null, null, 0.1 + 0.2, false));
    ScoresFile.write(file, events);
    assertThat(Files.readString(file)).contains("\"score\":2.0E23,", "0.30000000000000004,");
    assertThat(ScoresFile.read(file)).isEqualTo(events);
  }

  @Test
  void readsBackEverythingButTheAgent() throws IOException {
    ScoresFile.write(file, List.of(new ScoredEvent("e1", "a", "s1", 12.5, true)));
    assertThat(ScoresFile.read(file))
        .containsExactly(new ScoredEvent("e1", null, "s1", 12.5, true));
  }

  @Test
  void refusesAScoreThatIsNoFiniteNumber() throws IOException {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ScoredEvent("e1", "a", null, Double.NaN, false))
        .withMessageContaining("e1");
    assertRefused(
        "{\"event_id\":\"e1\",\"score\":\"high\",\"alert\":false}", "score must be a number");
    assertRefused("{\"event_id\":\"e1\",\"score\":1e999,\"alert\":false}", "must be finite");
  }

  private void assertRefused(String line, String fault) throws IOException {
    Files.writeString(file, line);
    assertThatExceptionOfType(MalformedLineException.class)
        .isThrownBy(() -> ScoresFile.read(file))
        .withMessageContaining("line 1: ")
        .withMessageContaining(fault);
  }
}
