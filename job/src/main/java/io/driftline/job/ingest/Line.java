package io.driftline.job.ingest;

/**
 * One line of a file, without its end.
 *
 * @param number counted from 1, blank lines included
 * @param head the line, or its beginning if it is too long to be held
 * @param size bytes of the whole line; of one too long, a carriage return at its end included
 * @param sha256 digest of a line too long to be held, otherwise {@code null}
 */
public record Line(long number, byte[] head, long size, String sha256) {

  /** Whether {@link #head} is all of it. */
  public boolean isWhole() {
    return sha256 == null;
  }

  /** Whether it holds only spaces and tabs, or nothing. */
  boolean isBlank() {
    for (byte b : head) {
      if (b != ' ' && b != '\t') {
        return false;
      }
    }
    return isWhole();
  }
}
