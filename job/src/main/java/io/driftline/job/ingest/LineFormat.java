package io.driftline.job.ingest;

import java.io.IOException;
import java.io.InputStream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.reader.SimpleStreamFormat;
import org.apache.flink.connector.file.src.reader.StreamFormat;
import org.apache.flink.core.fs.FSDataInputStream;

/**
 * Reads the lines of one file as decoded records.
 *
 * @param <T> what a line becomes
 */
final class LineFormat<T> extends SimpleStreamFormat<T> {

  private static final long serialVersionUID = 1L;

  private final String file;
  private final LineDecoder<T> decoder;
  private final TypeInformation<T> type;

  LineFormat(String file, LineDecoder<T> decoder, TypeInformation<T> type) {
    this.file = file;
    this.decoder = decoder;
    this.type = type;
  }

  @Override
  public Reader<T> createReader(Configuration config, FSDataInputStream stream) {
    return new Reader<>(file, decoder, stream);
  }

  @Override
  public TypeInformation<T> getProducedType() {
    return type;
  }

  /** Decodes line by line. */
  static final class Reader<T> implements StreamFormat.Reader<T> {

    private final String file;
    private final LineDecoder<T> decoder;
    private final InputStream stream;
    private final ByteLines lines;

    /**
     * @param file what the stream is called in positions
     */
    Reader(String file, LineDecoder<T> decoder, InputStream stream) {
      this.file = file;
      this.decoder = decoder;
      this.stream = stream;
      this.lines = new ByteLines(stream, ActivityContract.MAX_RECORD_BYTES);
    }

    @Override
    public T read() throws IOException {
      Line line = lines.next();
      return line == null ? null : decode(line);
    }

    private T decode(Line line) {
      SourcePosition position = SourcePosition.inFile(file, line.number());
      if (line.isWhole()) {
        return decoder.decode(line.head(), position);
      }
      Refusal refusal = Refusal.tooLarge(line.size());
      return decoder.refused(
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
