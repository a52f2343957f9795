package io.driftline.job.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.reader.SimpleStreamFormat;
import org.apache.flink.connector.file.src.reader.StreamFormat;
import org.apache.flink.core.fs.FSDataInputStream;

/** Reads the lines of one file as decoded records. */
final class LineFormat extends SimpleStreamFormat<Decoded> {

  private static final long serialVersionUID = 1L;

  private final String file;
  private final Clock clock;

  LineFormat(String file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  @Override
  public Reader createReader(Configuration config, FSDataInputStream stream) {
    return new Reader(file, new ActivityDecoder(clock), stream);
  }

  @Override
  public TypeInformation<Decoded> getProducedType() {
    return TypeInformation.of(Decoded.class);
  }

  /** Decodes {@code in}, which is called {@code file} in positions. */
  static Reader reader(String file, Clock clock, InputStream in) {
    return new Reader(file, new ActivityDecoder(clock), in);
  }

  /** Decodes line by line. */
  static final class Reader implements StreamFormat.Reader<Decoded> {

    private final String file;
    private final ActivityDecoder decoder;
    private final InputStream stream;
    private final ByteLines lines;

    Reader(String file, ActivityDecoder decoder, InputStream stream) {
      this.file = file;
      this.decoder = decoder;
      this.stream = stream;
      this.lines = new ByteLines(stream, ActivityContract.MAX_RECORD_BYTES);
    }

    @Override
    public Decoded read() throws IOException {
      Line line = lines.next();
      return line == null ? null : decode(line);
    }

    private Decoded decode(Line line) {
      SourcePosition position = SourcePosition.inFile(file, line.number());
      if (line.isWhole()) {
        return decoder.decode(line.head(), position);
      }
      Refusal refusal = Refusal.tooLarge(line.size());
      return Decoded.of(
          DeadLetter.cut(
              refusal.reason(),
              refusal.getMessage(),
              position,
              line.head(),
              line.size(),
              line.sha256()));
    }

    @Override
    public void close() throws IOException {
      stream.close();
    }
  }
}
