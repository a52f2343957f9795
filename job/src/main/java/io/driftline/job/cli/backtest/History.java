package io.driftline.job.cli.backtest;

import io.driftline.job.cli.local.FileRun;
import io.driftline.job.cli.local.TempFolder;
import io.driftline.job.ingest.Decoded;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.configuration.Configuration;

/** Files of activity up to a time, as one stream in order of time. */
final class History implements AutoCloseable {

  private final TempFolder folder;
  private final Path file;
  private final long lines;

  private History(TempFolder folder, Path file, long lines) {
    this.folder = folder;
    this.file = file;
    this.lines = lines;
  }

  /** Several files are merged into a temporary one, which goes when this is closed. */
  static History of(List<Path> files) throws IOException {
    long lines = LineCount.of(files);
    if (files.size() == 1) {
      return new History(null, files.get(0), lines);
    }
    TempFolder folder = TempFolder.create("driftline-backtest");
    return new History(folder, FileRun.merged(files, folder.path()), lines);
  }

  /** About how many actions there are. */
  long lines() {
    return lines;
  }

  /**
   * The stream of it.
   *
   * @param to nothing from this time on is read, epoch milliseconds
   */
  FileRun.Activity until(Configuration options, long to) {
    return env ->
        FileRun.source(env, options, file)
            .filter(decoded -> isBefore(decoded, to))
            .uid("until")
            .setParallelism(1);
  }

  private static boolean isBefore(Decoded decoded, long to) {
    return !decoded.isAction() || decoded.action().time().toEpochMilli() < to;
  }

  @Override
  public void close() {
    if (folder != null) {
      folder.close();
    }
  }
}
