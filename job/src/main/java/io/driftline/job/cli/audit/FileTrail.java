package io.driftline.job.cli.audit;

import io.driftline.job.ingest.ByteLines;
import io.driftline.job.ingest.Line;
import io.driftline.job.ingest.SourcePosition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A file with a record in each line; blank lines are passed over. */
final class FileTrail implements Trail {

  private static final int BATCH = 2_000;

  /** An event of the longest kind, with all of its characters escaped. */
  private static final int LONGEST_LINE = 8 * 1024 * 1024;

  private final String file;
  private final InputStream in;
  private final ByteLines lines;

  private FileTrail(String file, InputStream in) {
    this.file = file;
    this.in = in;
    this.lines = new ByteLines(in, LONGEST_LINE);
  }

  /** Opens a file, compressed if its name ends in {@code .gz}. */
  static FileTrail open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    boolean zipped = file.toString().endsWith(".gz");
    return new FileTrail(file.toString(), zipped ? new GZIPInputStream(in) : in);
  }

  @Override
  public List<Entry> next() throws IOException {
    List<Entry> batch = new ArrayList<>(BATCH);
    Line line = lines.next();
    while (line != null) {
      batch.add(new Entry(line.head(), SourcePosition.inFile(file, line.number())));
      line = batch.size() < BATCH ? lines.next() : null;
    }
    return batch;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
