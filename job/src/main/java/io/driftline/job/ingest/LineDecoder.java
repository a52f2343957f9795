package io.driftline.job.ingest;

import java.io.Serializable;

/**
 * What becomes of the lines of a file.
 *
 * @param <T> what a line becomes, also one that is not understood
 */
public interface LineDecoder<T> extends Serializable {

  /** What a line says; never throws. */
  T decode(byte[] line, SourcePosition position);

  /** What stands for a line that was refused unread, as it is too long. */
  T refused(DeadLetter letter);
}
