package io.driftline.job.ingest;

import java.io.IOException;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.impl.StreamFormatAdapter;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.core.fs.Path;

/**
 * A bounded source of files: one record per line, lines ended by LF or CRLF, blank lines skipped,
 * compressed files recognised by their extension ({@code .gz} and others).
 *
 * <p>A file is never split, so a line's number is its offset. A line too long for the contract
 * becomes a dead letter without ever being held in memory.
 *
 * @param <T> what a line becomes
 */
public final class LineFiles<T> implements BulkFormat<T, FileSourceSplit> {

  private static final long serialVersionUID = 1L;
  private static final Duration SELDOM = Duration.ofDays(1);

  private final LineDecoder<T> decoder;
  private final TypeInformation<T> type;

  LineFiles(LineDecoder<T> decoder, TypeInformation<T> type) {
    this.decoder = decoder;
    this.type = type;
  }

  /**
   * The source of all records in {@code paths}.
   *
   * @param paths files, or folders to be read recursively
   */
  public static <T> FileSource<T> source(
      LineDecoder<T> decoder, TypeInformation<T> type, Path... paths) {
    return FileSource.forBulkFileFormat(new LineFiles<>(decoder, type), paths).build();
  }

  /** The same, but the source does not end with its files: it waits for more, in vain. */
  public static <T> FileSource<T> unending(
      LineDecoder<T> decoder, TypeInformation<T> type, Path... paths) {
    return FileSource.forBulkFileFormat(new LineFiles<>(decoder, type), paths)
        .monitorContinuously(SELDOM)
        .build();
  }

  @Override
  public Reader<T> createReader(Configuration config, FileSourceSplit split) throws IOException {
    return linesOf(split).createReader(config, split);
  }

  @Override
  public Reader<T> restoreReader(Configuration config, FileSourceSplit split) throws IOException {
    return linesOf(split).restoreReader(config, split);
  }

  @Override
  public boolean isSplittable() {
    return false;
  }

  @Override
  public TypeInformation<T> getProducedType() {
    return type;
  }

  /** One format per file, since Flink does not tell a stream format which file it reads. */
  private StreamFormatAdapter<T> linesOf(FileSourceSplit split) {
    return new StreamFormatAdapter<>(new LineFormat<>(split.path().getPath(), decoder, type));
  }
}
