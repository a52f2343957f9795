package io.driftline.job.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** A file of activity, read in plain order, without Flink. Not for use by several threads. */
public final class ActivityFile implements AutoCloseable {

  private final LineFormat.Reader<Decoded> lines;

  private ActivityFile(LineFormat.Reader<Decoded> lines) {
    this.lines = lines;
  }

  /** Opens {@code file} at its first record. */
  public static ActivityFile open(Path file, Clock clock) throws IOException {
    InputStream in = Files.newInputStream(file);
    return new ActivityFile(
        new LineFormat.Reader<>(
            file.toString(),
            new ActivityLines(clock),
            file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in));
  }

  /** Tells {@code reader} every record of {@code file} from top to bottom. */
  public static void read(Path file, Clock clock, Consumer<Decoded> reader) throws IOException {
    try (ActivityFile activity = open(file, clock)) {
      for (Decoded next = activity.next(); next != null; next = activity.next()) {
        reader.accept(next);
      }
    }
  }

  /** The next record; {@code null} at the end. */
  public Decoded next() throws IOException {
    return lines.read();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
