package io.driftline.job.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** Reads a file of activity in plain order, without Flink. */
public final class ActivityFile {

  private ActivityFile() {}

  /** Tells {@code reader} every record of {@code file} from top to bottom. */
  public static void read(Path file, Clock clock, Consumer<Decoded> reader) throws IOException {
    try (InputStream in = open(file)) {
      LineFormat.Reader lines = LineFormat.reader(file.toString(), clock, in);
      for (Decoded next = lines.read(); next != null; next = lines.read()) {
        reader.accept(next);
      }
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
  }
}
