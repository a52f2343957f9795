package io.driftline.job.ingest;

import java.time.Clock;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.core.fs.Path;

/** Activity in files: one event per line, see {@link LineFiles}. */
public final class ActivityLines implements LineDecoder<Decoded> {

  private static final long serialVersionUID = 1L;

  private final Clock clock;

  ActivityLines(Clock clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * The source of all events in {@code paths}.
   *
   * @param clock judges event times; serializable, as the clocks of {@link Clock}'s factories are
   * @param paths files, or folders to be read recursively
   */
  public static FileSource<Decoded> source(Clock clock, Path... paths) {
    return LineFiles.source(new ActivityLines(clock), TypeInformation.of(Decoded.class), paths);
  }

  /** The same, but it does not end: event time stays where the events leave it. */
  public static FileSource<Decoded> unending(Clock clock, Path... paths) {
    return LineFiles.unending(new ActivityLines(clock), TypeInformation.of(Decoded.class), paths);
  }

  @Override
  public Decoded decode(byte[] line, SourcePosition position) {
    return new ActivityDecoder(clock).decode(line, position);
  }

  @Override
  public Decoded refused(DeadLetter letter) {
    return Decoded.of(letter);
  }
}
