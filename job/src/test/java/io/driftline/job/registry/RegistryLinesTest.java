package io.driftline.job.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentKind;
import io.driftline.job.JobDefaults;
import io.driftline.job.ingest.DeadLetter;
import io.driftline.job.ingest.Rejection;
import io.driftline.job.ingest.SourcePosition;
import io.driftline.registry.AgentRecord;
import io.driftline.registry.RegistryChange;
import io.driftline.registry.RegistryChange.Subject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryLinesTest {

  @TempDir private Path folder;

  @Test
  void aLineWithoutATimeHoldsFromTheBeginning() {
    String line = "{\"agent_id\":\"a\",\"kind\":\"personal\",\"owner\":\"\",\"purpose\":\"mail\"}";
    assertThat(decode(line).change())
        .isEqualTo(RegistryChange.agent(AgentRecord.of("a", AgentKind.PERSONAL, null, "mail"), 0));
  }

  @Test
  void aRemovalSaysFromWhenOnItHolds() {
    String removal = "{\"user_id\":\"u\",\"removed\":true,\"effective\":\"2026-01-01T00:00:00Z\"}";
    long time = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
    assertThat(decode(removal).change()).isEqualTo(RegistryChange.removal(Subject.USER, "u", time));
    assertThat(decode("{\"user_id\":\"u\",\"removed\":true}").deadLetter())
        .extracting(DeadLetter::reason, DeadLetter::message)
        .containsExactly(
            Rejection.MISSING_FIELD,
            "effective is absent, null or empty; expected from when the removal holds");
  }

  @Test
  void aLineIsAboutAnAgentOrAPerson() {
    assertThat(decode("{\"kind\":\"personal\"}").deadLetter().message())
        .isEqualTo("the record must have either an agent_id or a user_id");
    assertThat(decode("{\"agent_id\":\"a\",\"user_id\":\"u\"}").deadLetter().reason())
        .isEqualTo(Rejection.MISSING_FIELD);
  }

  @Test
  void readsAFileToItsEndAndTellsWhereALineIsWrong() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("registry.jsonl"),
            """
            {"agent_id":"a","effective":"2026-01-01T00:00:00Z"}

            {"user_id":"u","status":"active"}
            nobody
            """);
    List<RegistryRecord> records = read(file);
    assertThat(records.subList(0, 2))
        .extracting(each -> each.change().id())
        .containsExactly("a", "u");
    assertThat(records).hasSize(3);
    assertThat(records.get(2).deadLetter().position())
        .isEqualTo(SourcePosition.inFile(file.toString(), 4));
  }

  private static List<RegistryRecord> read(Path file) throws Exception {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(JobDefaults.required());
    List<RegistryRecord> records = new ArrayList<>();
    try (CloseableIterator<RegistryRecord> read =
        RegistryLines.of(env, new org.apache.flink.core.fs.Path(file.toUri()))
            .executeAndCollect()) {
      read.forEachRemaining(records::add);
    }
    return records;
  }

  private static RegistryRecord decode(String line) {
    return RegistryDecoder.decodeLine(line.getBytes(UTF_8), SourcePosition.inFile("lines", 1));
  }
}
