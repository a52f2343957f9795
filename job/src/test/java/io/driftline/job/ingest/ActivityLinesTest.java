package io.driftline.job.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.connector.file.src.util.RecordAndPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivityLinesTest {

  private static final String CONTENT =
      Samples.MINIMAL + "\r\n\nnot json\n" + Samples.FULL + "\n" + "x".repeat(2_000_000);

  @TempDir private Path folder;

  @Test
  void decodesLinesWithTheirFileAndNumber() throws IOException {
    Path file = Files.writeString(folder.resolve("a.jsonl"), CONTENT);
    assertContent(file, readFrom(file, 0));
  }

  @Test
  void readsGzip() throws IOException {
    Path file = folder.resolve("a.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(CONTENT.getBytes(UTF_8));
    }
    assertContent(file, readFrom(file, 0));
  }

  @Test
  void goesOnAfterTheRecordsOfACheckpointWithTheSameNumbers() throws IOException {
    Path file = Files.writeString(folder.resolve("a.jsonl"), CONTENT);
    assertThat(readFrom(file, 2)).isEqualTo(readFrom(file, 0).subList(2, 4));
  }

  private static void assertContent(Path file, List<Decoded> decoded) {
    assertThat(decoded).hasSize(4);
    assertThat(decoded.get(0).action()).isEqualTo(Samples.minimalAction());
    assertThat(decoded.get(1).deadLetter().reason()).isEqualTo(Rejection.NOT_JSON);
    assertThat(decoded.get(1).deadLetter().position())
        .isEqualTo(SourcePosition.inFile(file.toString(), 3));
    assertThat(decoded.get(2).action()).isEqualTo(Samples.fullAction());
    DeadLetter tooLong = decoded.get(3).deadLetter();
    assertThat(tooLong.reason()).isEqualTo(Rejection.TOO_LARGE);
    assertThat(tooLong.size()).isEqualTo(2_000_000);
    assertThat(tooLong.original()).hasSize(DeadLetter.KEPT_BYTES);
    assertThat(tooLong.sha256()).isEqualTo(Sha256.hex("x".repeat(2_000_000).getBytes(UTF_8)));
  }

  /** Reads as Flink's reader does, from the start or after {@code done} records. */
  private static List<Decoded> readFrom(Path file, int done) throws IOException {
    FileSourceSplit split = split(file, done);
    LineFiles<Decoded> format =
        new LineFiles<>(new ActivityLines(Samples.NOW), TypeInformation.of(Decoded.class));
    Configuration config = new Configuration();
    List<Decoded> found = new ArrayList<>();
    try (BulkFormat.Reader<Decoded> reader =
        done == 0 ? format.createReader(config, split) : format.restoreReader(config, split)) {
      for (var batch = reader.readBatch(); batch != null; batch = reader.readBatch()) {
        RecordAndPosition<Decoded> next;
        while ((next = batch.next()) != null) {
          found.add(next.getRecord());
        }
        batch.releaseBatch();
      }
    }
    return found;
  }

  private static FileSourceSplit split(Path file, int done) throws IOException {
    long size = Files.size(file);
    return new FileSourceSplit(
        "1",
        new org.apache.flink.core.fs.Path(file.toUri()),
        0,
        size,
        0,
        size,
        new String[0],
        done == 0 ? null : new CheckpointedPosition(CheckpointedPosition.NO_OFFSET, done));
  }
}
