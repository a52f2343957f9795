package io.driftline.job.cli.backtest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Counts lines, so that progress can be told. */
final class LineCount {

  private static final int BUFFER_BYTES = 1 << 16;

  private LineCount() {}

  /** Line feeds in all files, those that end in {@code .gz} decompressed. */
  static long of(List<Path> files) throws IOException {
    long lines = 0;
    for (Path file : files) {
      lines += of(file);
    }
    return lines;
  }

  private static long of(Path file) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long lines = 0;
    try (InputStream plain = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(plain) : plain) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        for (int i = 0; i < read; i++) {
          lines += buffer[i] == '\n' ? 1 : 0;
        }
      }
    }
    return lines;
  }
}
