package io.driftline.job.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.driftline.activity.AgentKind;
import io.driftline.registry.AgentRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryFileTest {

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("registry.jsonl");
  }

  @Test
  void readsRecordsInOrderAndIgnoresUnknownFields() throws IOException {
    Files.writeString(
        file,
        """
        {"agent_id":"b","kind":"third_party","owner":"acme","purpose":"billing","since":2024}
        {"agent_id":"a","kind":null,"owner":""}
        """);
    assertThat(RegistryFile.read(file))
        .containsExactly(
            AgentRecord.of("b", AgentKind.THIRD_PARTY, "acme", "billing"),
            AgentRecord.of("a", null, null, null));
  }

  @Test
  void refusesAKindThatDoesNotExist() throws IOException {
    Files.writeString(file, "{\"agent_id\":\"a\",\"kind\":\"rogue\"}\n");
    assertRefused("line 1: kind must be personal, third_party or organizational, was \"rogue\"");
  }

  @Test
  void refusesAnAgentRegisteredTwice() throws IOException {
    Files.writeString(file, "{\"agent_id\":\"a\"}\n{\"agent_id\":\"a\"}\n");
    assertRefused("line 2: agent_id must be registered only once, was \"a\"");
  }

  @Test
  void refusesARecordWithoutAgent() throws IOException {
    Files.writeString(file, "{\"kind\":\"personal\"}\n");
    assertRefused("line 1: agent_id must be a text that is not empty, but is missing");
  }

  private void assertRefused(String fault) {
    assertThatExceptionOfType(MalformedLineException.class)
        .isThrownBy(() -> RegistryFile.read(file))
        .withMessageEndingWith("registry.jsonl, " + fault);
  }
}
