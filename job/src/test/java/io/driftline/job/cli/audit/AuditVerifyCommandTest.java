package io.driftline.job.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.job.cli.Driftline;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditVerifyCommandTest {

  private final SampleTrails.Sample sample = SampleTrails.sample();
  private final List<String> records = new ArrayList<>(sample.records());

  @TempDir private Path folder;
  private Path trail;
  private Path seals;
  private Path heads;

  @BeforeEach
  void files() throws IOException {
    trail = folder.resolve("trail.jsonl");
    seals = Files.write(folder.resolve("seals.jsonl"), sample.seals());
    heads = folder.resolve("heads.jsonl");
  }

  @Test
  void anIntactTrailIsIntact() throws IOException {
    assertThat(verify(0, "--seals=" + seals))
        .isEqualTo(
            """
            intact  12 records of 2 agents in 2 chains, 0 of them broken
              complete  100.00 % (12 records say who asked and how it ended)
              sealed    to the last record
            """);
  }

  @Test
  void agentsMayBeInterleavedInAnyWay() throws IOException {
    Collections.sort(records, (x, y) -> Boolean.compare(isOfA(y), isOfA(x)));
    assertThat(verify(0, "--seals=" + seals)).startsWith("intact  12 records");
  }

  @Test
  void changesThatPeopleMadeAreAChainBesideThoseOfTheAgents() throws IOException {
    records.addAll(3, SampleTrails.changes(2));
    assertThat(verify(0)).startsWith("intact  14 records of 3 agents in 3 chains");
    records.set(4, records.get(4).replace("mara", "otto"));
    assertThat(verify(1)).contains("agent control", "record 2 was altered");
    records.remove(3);
    assertThat(verify(1)).contains("agent control", "record 2 was altered");
  }

  @Test
  void aFlippedByteIsFoundWhereverItIs() throws IOException {
    String record = records.get(4);
    for (int at = 0; at < record.length(); at += 7) {
      char flipped = (char) (record.charAt(at) ^ 1);
      records.set(4, record.substring(0, at) + flipped + record.substring(at + 1));
      assertThat(verify(1)).as("byte %d", at).contains("BROKEN");
    }
  }

  @Test
  void aChangedFieldIsFound() throws IOException {
    records.set(4, records.get(4).replace("\"resource\":\"id=7\"", "\"resource\":\"id=8\""));
    assertThat(verify(1))
        .isEqualTo(
            """
            BROKEN  agent a, chain begun 2026-03-02T09:00:01Z, 6 records
              first   record 3 was altered: its hash is not that of its bytes
              at      %s, line 5
              in all  1 altered
            BROKEN  12 records of 2 agents in 2 chains, 1 of them broken
              complete  100.00 %% (12 records say who asked and how it ended)
              sealed    no seals given: that last records were dropped would not be noticed
            """
                .formatted(trail));
  }

  @Test
  void aDroppedRecordIsFound() throws IOException {
    records.remove(0);
    assertThat(verify(1)).contains("agent a", "record 1 is missing", "line 2", "1 missing");
    records.remove(4);
    assertThat(verify(1)).contains("record 3 is missing", "agent b", "2 of them broken");
  }

  @Test
  void aDroppedEndIsFoundByItsSeal() throws IOException {
    records.remove(11);
    assertThat(verify(0)).startsWith("intact");
    assertThat(verify(1, "--seals=" + seals))
        .contains(
            "agent b", "record 6 is missing, and all after it", "the end of the trail", "1 cut");
  }

  @Test
  void twoSwappedRecordsAreFound() throws IOException {
    Collections.swap(records, 4, 6);
    assertThat(verify(1)).contains("agent a", "record 3 comes after a later one", "line 5");
  }

  @Test
  void aDuplicateIsFound() throws IOException {
    records.add(7, records.get(3));
    assertThat(verify(1)).contains("agent b", "record 2 comes once more", "line 8", "1 repeated");
  }

  @Test
  void anotherAgentsRecordIsFound() throws IOException {
    records.set(4, records.get(5));
    assertThat(verify(1))
        .contains("agent a", "record 3 is missing", "line 7")
        .contains("agent b", "record 3 comes once more", "line 6")
        .contains("2 of them broken");
    records.set(4, records.get(5).replace("\"id\":\"b\"", "\"id\":\"a\""));
    assertThat(verify(1)).contains("agent a", "record 3 was altered", "line 5", "1 of them broken");
  }

  @Test
  void whatIsNoRecordIsFound() throws IOException {
    records.add(2, "{\"schema\":\"driftline.anomaly/1\"}");
    records.add(3, "[]");
    records.add(4, "{\"schema\"");
    assertThat(verify(1))
        .contains("line 3: is no driftline.audit/1")
        .contains("line 4: is not a JSON object")
        .contains("line 5: is not JSON")
        .contains("0 of them broken");
  }

  @Test
  void headsAreWrittenAndComparedWith() throws IOException {
    verify(0, "--heads=" + heads);
    assertThat(heads).content().hasLineCount(2).contains("\"seq\":6");
    SampleTrails.Sample longer = SampleTrails.sample(8);
    records.clear();
    records.addAll(longer.records());
    verify(0, "--heads=" + heads);
    assertThat(heads).content().hasLineCount(2).contains("\"seq\":8");

    records.remove(15);
    assertThat(verify(1, "--heads=" + heads)).contains("agent b", "record 8 is missing");
    assertThat(heads).content().contains("\"seq\":8").doesNotContain("\"seq\":7");
  }

  @Test
  void whatWasVerifiedBeforeMayHaveBeenDeletedSince() throws IOException {
    verify(0, "--heads=" + heads);
    records.subList(0, 6).clear();
    verify(1);
    assertThat(verify(0, "--heads=" + heads))
        .contains("intact  6 records", "gone      6 records that were verified before");
  }

  @Test
  void compressedFilesAndSeveralAreRead() throws IOException {
    Path first = folder.resolve("first.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(first))) {
      out.write(String.join("\n", records.subList(0, 5)).getBytes(StandardCharsets.US_ASCII));
    }
    records.subList(0, 5).clear();
    Files.write(trail, records);
    assertThat(run(0, "audit", "verify", "--file", first.toString(), trail.toString()))
        .startsWith("intact  12 records");
  }

  @Test
  void tellsHowManyRecordsAreComplete() throws IOException {
    records.replaceAll(record -> record.replace("\"outcome\":\"success\",", ""));
    assertThat(verify(1)).contains("complete  0.00 % (0 records");
  }

  @Test
  void refusesArgumentsThatMakeNoSense() {
    assertThat(run(2, "audit")).contains("what about the trail?");
    assertThat(run(2, "audit", "verify")).contains("--file or by --bootstrap-servers");
    assertThat(run(2, "audit", "verify", "--file=x", "--bootstrap-servers=y")).contains("either");
    assertThat(run(2, "audit", "verify", "--bootstrap-servers=y", "--seals=x"))
        .contains("--seals goes with --file");
    assertThat(run(1, "audit", "verify", "--file=missing.jsonl")).contains("cannot read missing");
  }

  @Test
  void namesASealThatIsNone() throws IOException {
    assertThat(verify(1, "--seals=" + trail))
        .contains("cannot read the seal at " + trail + ", line 1: it is no driftline.audit-seal/1");
  }

  private static boolean isOfA(String record) {
    return record.contains("\"agent\":{\"id\":\"a\"");
  }

  private String verify(int expectedExitCode, String... more) throws IOException {
    Files.write(trail, records);
    List<String> arguments = new ArrayList<>(List.of("audit", "verify", "--file=" + trail));
    arguments.addAll(List.of(more));
    return run(expectedExitCode, arguments.toArray(String[]::new));
  }

  /** What is printed, errors behind it. */
  private static String run(int expectedExitCode, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode = Driftline.run(new PrintWriter(out), new PrintWriter(err), arguments);
    assertThat(exitCode).as(out + "" + err).isEqualTo(expectedExitCode);
    return out + "" + err;
  }
}
