package io.driftline.job.ingest;

import java.io.IOException;
import java.io.InputStream;

/** Splits a stream into lines without decoding it, so that bad UTF-8 reaches the decoder as is. */
public final class ByteLines {

  private final InputStream in;
  private final LineBuffer line;
  private final byte[] chunk = new byte[64 * 1024];
  private int from;
  private int to;
  private long number;

  /**
   * The lines of {@code in}.
   *
   * @param limit longest line in bytes that is held whole
   */
  public ByteLines(InputStream in, int limit) {
    this.in = in;
    this.line = new LineBuffer(limit);
  }

  /** The next line that is not blank, or {@code null} at the end. */
  public Line next() throws IOException {
    while (fill()) {
      Line read = readLine();
      if (!read.isBlank()) {
        return read;
      }
    }
    return null;
  }

  private Line readLine() throws IOException {
    boolean ended = false;
    while (!ended && fill()) {
      int end = from;
      while (end < to && chunk[end] != '\n') {
        end++;
      }
      line.add(chunk, from, end - from);
      ended = end < to;
      from = ended ? end + 1 : end;
    }
    return line.take(++number);
  }

  /** Makes sure that there is a byte to read; {@code false} at the end of the stream. */
  private boolean fill() throws IOException {
    if (from == to) {
      from = 0;
      to = Math.max(0, in.read(chunk, 0, chunk.length));
    }
    return from < to;
  }
}
