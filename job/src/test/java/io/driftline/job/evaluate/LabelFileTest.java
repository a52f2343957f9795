package io.driftline.job.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelFileTest {

  private static final String GOOD =
      """
      {"session_id":"s1","agent_id":"a","phase":"test","hijacked":true,"malicious_event_ids":["e1","e2"],"attack":"exfiltration","note":7}
      """;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("labels.jsonl");
  }

  @Test
  void readsEveryFieldAndIgnoresUnknownOnes() throws IOException {
    Files.writeString(file, GOOD);
    assertThat(LabelFile.read(file).all())
        .containsExactly(
            new SessionLabel("s1", "a", Phase.TEST, true, Set.of("e1", "e2"), "exfiltration"));
  }

  @Test
  void sessionAndAttackMayBeNullOrAbsent() throws IOException {
    Files.writeString(
        file,
        """
        {"session_id":null,"agent_id":"a","phase":"baseline","hijacked":false,"malicious_event_ids":[]}

        {"agent_id":"a","phase":"baseline","hijacked":false,"malicious_event_ids":[],"attack":null}
        """);
    SessionLabel bare = new SessionLabel(null, "a", Phase.BASELINE, false, Set.of(), null);
    assertThat(LabelFile.read(file).all()).containsExactly(bare, bare);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"agent_id\":\"a\"        | \"agent_id\":\"\"   | agent_id must be a text that is not empty",
        "\"agent_id\":\"a\"        | \"agent\":\"a\"     | agent_id must be a text that is not empty, but is missing",
        "\"session_id\":\"s1\"     | \"session_id\":1    | session_id must be a text, was 1",
        "\"phase\":\"test\"        | \"phase\":\"Test\"  | phase must be baseline or test, was \"Test\"",
        "\"hijacked\":true         | \"hijacked\":\"no\" | hijacked must be true or false, was \"no\"",
        "[\"e1\",\"e2\"]           | \"e1\"              | malicious_event_ids must be an array of texts",
        "[\"e1\",\"e2\"]           | [\"e1\",2]          | must hold only texts that are not empty",
        "\"note\":7                | \"phase\":\"test\"  | Duplicate field 'phase'",
        "\"note\":7}               | \"note\":7          | not JSON",
        "\"note\":7}               | \"note\":7} {}      | not JSON",
      })
  void refusesAFaultWithItsLine(String from, String to, String fault) throws IOException {
    Files.writeString(file, "\n" + GOOD.replace(from, to));
    assertThatExceptionOfType(MalformedLineException.class)
        .isThrownBy(() -> LabelFile.read(file))
        .withMessageContaining("labels.jsonl, line 2: ")
        .withMessageContaining(fault);
  }

  @Test
  void refusesALineThatIsNoObject() throws IOException {
    Files.writeString(file, "[1]\n");
    assertThatExceptionOfType(MalformedLineException.class)
        .isThrownBy(() -> LabelFile.read(file))
        .withMessageEndingWith("line 1: must be a JSON object, was [1]");
  }

  @Test
  void refusesASessionLabelledTwice() throws IOException {
    Files.writeString(file, GOOD + GOOD);
    assertThatExceptionOfType(MalformedLineException.class)
        .isThrownBy(() -> LabelFile.read(file))
        .withMessageEndingWith("line 2: session_id must be labelled only once, was \"s1\"");
  }

  @Test
  void refusesWhatIsNotUtf8() throws IOException {
    Files.write(file, GOOD.replace("\"a\"", "\"ä\"").getBytes(StandardCharsets.ISO_8859_1));
    assertThatExceptionOfType(MalformedLineException.class)
        .isThrownBy(() -> LabelFile.read(file))
        .withMessageContaining("line 1: not UTF-8");
  }
}
