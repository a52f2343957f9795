package io.driftline.job.ingest;

import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.impl.StreamFormatAdapter;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.core.fs.Path;

/**
 * A bounded source of activity files: one event per line, lines ended by LF or CRLF, blank lines
 * skipped, compressed files recognised by their extension ({@code .gz} and others).
 *
 * <p>A file is never split, so a line's number is its offset. A line too long for the contract
 * becomes a dead letter without ever being held in memory.
 */
public final class ActivityLines implements BulkFormat<Decoded, FileSourceSplit> {

  private static final long serialVersionUID = 1L;

  private final Clock clock;

  private ActivityLines(Clock clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * The source of all events in {@code paths}.
   *
   * @param clock judges event times; serializable, as the clocks of {@link Clock}'s factories are
   * @param paths files, or folders to be read recursively
   */
  public static FileSource<Decoded> source(Clock clock, Path... paths) {
    return FileSource.forBulkFileFormat(format(clock), paths).build();
  }

  static ActivityLines format(Clock clock) {
    return new ActivityLines(clock);
  }

  @Override
  public Reader<Decoded> createReader(Configuration config, FileSourceSplit split)
      throws IOException {
    return linesOf(split).createReader(config, split);
  }

  @Override
  public Reader<Decoded> restoreReader(Configuration config, FileSourceSplit split)
      throws IOException {
    return linesOf(split).restoreReader(config, split);
  }

  @Override
  public boolean isSplittable() {
    return false;
  }

  @Override
  public TypeInformation<Decoded> getProducedType() {
    return TypeInformation.of(Decoded.class);
  }

  /** One format per file, since Flink does not tell a stream format which file it reads. */
  private StreamFormatAdapter<Decoded> linesOf(FileSourceSplit split) {
    return new StreamFormatAdapter<>(new LineFormat(split.path().getPath(), clock));
  }
}
